"""The way from the library to the pages of evidence."""

from django.urls import reverse

from goldenthread.web.pages import Crumb


def crumbs(*more: Crumb) -> tuple[Crumb, ...]:
    """The way to the library of evidence and on."""
    library = Crumb("Library", reverse("library:index"))
    return (library, Crumb("Evidence", reverse("evidence:index")), *more)
