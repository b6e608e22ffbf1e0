"""Lists whose filter, order and page are in their address, and come back when one returns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from goldenthread.web.components import Column

M = TypeVar("M", bound=Model)
Row = TypeVar("Row")
Rows = QuerySet[M, M] | Sequence[M]
Filter = Callable[[Any, str], "Rows[M]"]
Order = str | Callable[[M], Any]
LAST_ADDRESS = "last_addresses"
LISTS_REMEMBERED = 20


class Pages(Generic[Row]):
    """One page of rows that stand in order; `page` in the address says which.

    Args:
        request:  its address; what else it holds is kept from page to page.
        rows:     a queryset, or rows at hand.
        per_page: rows on a page.
    """

    def __init__(self, request: HttpRequest, rows: Any, *, per_page: int) -> None:
        self._request = request
        self.page = Paginator(rows, per_page).get_page(request.GET.get("page"))

    def address(self, **changes: str) -> str:
        """This list's address with some parameters changed; an empty one is left out.

        A changed filter or order starts at the first page again.
        """
        query = self._request.GET.copy()
        query.pop("page", None)
        for name, value in changes.items():
            query[name] = value
        for name in [name for name in query if not query[name]]:
            del query[name]
        return self._request.path + (f"?{query.urlencode()}" if query else "")

    def pagination(self) -> dict[str, Any] | None:
        """The options of GOV.UK's pagination; None when everything is on one page."""
        if self.page.paginator.num_pages == 1:
            return None
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
        params: dict[str, Any] = {"items": [self._page_item(n) for n in numbers]}
        if self.page.has_previous():
            params["previous"] = {"href": self.address(page=f"{self.page.number - 1}")}
        if self.page.has_next():
            params["next"] = {"href": self.address(page=f"{self.page.number + 1}")}
        return params

    @property
    def every(self) -> Any:
        """The rows of all pages, in their order."""
        return self.page.paginator.object_list

    @property
    def sentence(self) -> str:
        """'Showing 51 to 68 of 68', or that nothing fits."""
        if not self.page.paginator.count:
            return "Nothing fits."
        first, last = self.page.start_index(), self.page.end_index()
        return f"Showing {first} to {last} of {self.page.paginator.count}"

    def _page_item(self, number: int | str) -> dict[str, Any]:
        if not isinstance(number, int):
            return {"ellipsis": True}
        current = number == self.page.number
        return {"number": number, "href": self.address(page=str(number)), "current": current}


class Listing(Pages[M]):
    """One page of a queryset, or of rows at hand, filtered and ordered as the address says.

    Args:
        request: its address holds `sort`, `page` and one parameter for each filter; what
            it holds besides, or an order that is not offered, is ignored.
        items: everything that the person may see.
        filters: by parameter, how a value narrows the items.
        orders: by the word in the address, the field to order by, or for rows at hand what
            gives a row's place; the first is the order without a word. A minus before the
            word turns the order round.
        per_page: rows on a page.

    A queryset costs one query for the count and one for the rows.
    """

    def __init__(
        self,
        request: HttpRequest,
        items: "Rows[M]",
        *,
        filters: Mapping[str, "Filter[M]"],
        orders: Mapping[str, "Order[M]"],
        per_page: int = 50,
    ) -> None:
        self._request = request
        self._orders = orders
        self.chosen = {name: request.GET[name] for name in filters if request.GET.get(name)}
        self.sort = self._known(request.GET.get("sort", ""))
        for name, value in self.chosen.items():
            items = filters[name](items, value)
        super().__init__(request, self._in_order(items), per_page=per_page)

    def column(self, heading: str, order: str, *, numeric: bool = False) -> Column:
        """The heading of a column that orders the list; pressed again it turns round."""
        is_up, is_down = self.sort == order, self.sort == f"-{order}"
        return Column(
            heading=heading,
            numeric=numeric,
            sort_href=self.address(sort=f"-{order}" if is_up else order),
            sorted="ascending" if is_up else "descending" if is_down else "",
        )

    def remember(self) -> None:
        """Keep this address, so that `last_address` leads back to it."""
        kept = self._request.session.get(LAST_ADDRESS, {})
        kept.pop(self._request.path, None)
        kept[self._request.path] = self._request.get_full_path()
        newest = dict(list(kept.items())[-LISTS_REMEMBERED:])
        self._request.session[LAST_ADDRESS] = newest

    def _known(self, sort: str) -> str:
        return sort if sort.removeprefix("-") in self._orders else next(iter(self._orders))

    def _in_order(self, items: Any) -> "Rows[M]":
        """By the order, then by the key, so that equal rows keep their place from page to page."""
        order, turned = self._orders[self.sort.removeprefix("-")], self.sort.startswith("-")
        if not isinstance(order, str):
            by_key = sorted(items, key=lambda row: row.pk)
            return sorted(by_key, key=order, reverse=turned)
        found: QuerySet[M, M] = items.order_by(f"-{order}" if turned else order, "pk")
        return found


def last_address(request: HttpRequest, path: str) -> str:
    """The list at `path` as this person last saw it, with its filter, order and page."""
    kept: dict[str, str] = request.session.get(LAST_ADDRESS, {})
    return kept.get(path, path)
