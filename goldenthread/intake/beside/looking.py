"""What a person may read of a file, after what was decided about its suspicions."""

from dataclasses import dataclass
from typing import Any

from goldenthread.intake.beside.errors import NotShown
from goldenthread.people.models import User
from goldenthread.people.models.visibility import holds_role
from goldenthread.sources import places
from goldenthread.sources.models import KEEPERS, StoredFile, Suspicion, Upload
from goldenthread.sources.screening import REMOVED, masked

DECIDED = (Suspicion.Decision.RESTRICTED, Suspicion.Decision.REMOVED)
BLANKS: dict[str, str] = {
    Suspicion.Decision.RESTRICTED: "[restricted]",
    Suspicion.Decision.REMOVED: REMOVED,
}


@dataclass(frozen=True, slots=True)
class Look:
    """An upload that somebody looks at. `cleared` says that nothing is blanked for them.

    `decided` has, by a place in words, what was decided about a text there; `pages` are the
    pages that hold such a text.
    """

    upload: Upload
    cleared: bool
    decided: dict[str, str]
    pages: frozenset[int]

    @property
    def name(self) -> str:
        return masked(self.upload.name)

    def decision(self, place: dict[str, Any]) -> str:
        return self.decided.get(places.words(place), "")

    def hides_page(self, page: int) -> bool:
        return not self.cleared and page in self.pages


def look(upload: Upload, by: User) -> Look:
    """The upload as `by` may look at it.

    Raises:
        Upload.DoesNotExist: it is gone, or `by` does not see it.
        NotShown: it is kept as restricted, or is of a form that is not read.
    """
    seen = Upload.objects.visible_to(by).select_related("file__authority").get(pk=upload.pk)
    file = seen.file
    if not StoredFile.objects.readable_by(by).filter(pk=file.pk).exists():
        raise NotShown(
            f"{masked(seen.name)}: The file is kept as restricted. "
            "Ask an improvement officer or the person who uploaded it."
        )
    if not file.form:
        raise NotShown(
            f"{masked(seen.name)}: This is a {file.nature}, which cannot be shown beside its "
            "reading. Upload the document as Word, Excel or PDF."
        )
    rows = _decided(file)
    return Look(
        upload=seen,
        cleared=_is_cleared(file, by),
        decided={places.words(place): decision for place, decision in rows},
        pages=frozenset(place["page"] for place, _ in rows if "page" in place),
    )


def _decided(file: StoredFile) -> list[tuple[dict[str, Any], str]]:
    """Places in the file with what was decided, for whichever of its uploads; restricted last,
    so that it counts where both were."""
    found = Suspicion.objects.filter(upload__file=file, decision__in=DECIDED).exclude(place={})
    return list(found.order_by("decision").values_list("place", "decision"))


def _is_cleared(file: StoredFile, by: User) -> bool:
    """Whether `by` decides about other people's uploads, or uploaded this content."""
    own = Upload.objects.visible_to(by).filter(file=file, by=by)
    keeper = StoredFile.objects.filter(pk=file.pk).filter(holds_role(by, KEEPERS))
    return own.exists() or keeper.exists()
