"""How somebody looks at an import: the parameters of the page's address, and addresses from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.urls import reverse

# show: the kind of rows; with: a filter of them; page: of the list; question: the one asked
# now; edit: the row whose form is open; do: which form; at: the row where the eye was.
PARAMETERS = ("show", "with", "page", "question", "edit", "do", "at")
OF_THE_MOMENT = ("edit", "do", "at")


@dataclass(frozen=True)
class Look:
    """The address of an import's page, taken apart. It keeps filter and page through every press."""

    pk: int
    chosen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pk: int, parameters: Mapping[str, str]) -> "Look":
        """From an address, or from the hidden field of a form, which holds the same."""
        return cls(pk, {name: parameters[name] for name in PARAMETERS if parameters.get(name)})

    @classmethod
    def of_query(cls, pk: int, query: str) -> "Look":
        return cls.of(pk, QueryDict(query).dict())

    def __getitem__(self, name: str) -> str:
        return self.chosen.get(name, "")

    @property
    def query(self) -> str:
        """The parameters that stay when something was done."""
        return self._encoded({k: v for k, v in self.chosen.items() if k not in OF_THE_MOMENT})

    def address(self, **changes: str) -> str:
        """The page with some parameters changed; an empty one is left out.

        What is of the moment is dropped unless it is named; `at` also leads to its row.
        """
        kept = {k: v for k, v in self.chosen.items() if k not in OF_THE_MOMENT}
        encoded = self._encoded({name: v for name, v in {**kept, **changes}.items() if v})
        address = reverse("imports:show", args=[self.pk]) + (f"?{encoded}" if encoded else "")
        place = changes.get("at") or changes.get("edit")
        return f"{address}#row-{place}" if place else address

    def _encoded(self, parameters: Mapping[str, str]) -> str:
        query = QueryDict(mutable=True)
        query.update(dict(parameters))
        return query.urlencode()
