"""What My work says."""

from goldenthread.people.models import User
from goldenthread.web.components import Empty
from goldenthread.web.navigation import address_of
from goldenthread.web.pages import Crumb


class MyWorkPage:
    """The lines that wait for a person; with none, what to do first."""

    heading = "My work"
    caption = ""
    crumbs: tuple[Crumb, ...] = ()

    def __init__(self, user: User) -> None:
        self.for_whom = str(user)
        self.empty = _what_to_do_first()


def _what_to_do_first() -> Empty:
    """Leads to the import once that area is there; until then says who begins."""
    import_address = address_of("imports")
    first = "To begin, import" if import_address else "They come once somebody has imported"
    return Empty(
        heading="Nothing waits for you",
        text="Actions that you lead, evidence that you are asked to check and questions put to "
        f"you appear here. {first} an inspection report or an action plan of your council.",
        action="Import a document",
        href=import_address,
    )
