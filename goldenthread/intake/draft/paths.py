"""Paths into a draft: "actions/a40/leads", "named/Ann Dale", "published"."""

from collections.abc import Iterable


def joined(*parts: str) -> str:
    """A path of parts; a slash in a part is written ~1 and a tilde ~0, as in JSON pointers.

    >>> joined("named", "SGU/SGS")
    'named/SGU~1SGS'
    """
    return "/".join(part.replace("~", "~0").replace("/", "~1") for part in parts)


def parts_of(path: str) -> list[str]:
    """The parts of a path.

    >>> parts_of("named/SGU~1SGS")
    ['named', 'SGU/SGS']
    """
    return [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")]


def all_joined(path: str, more: Iterable[str]) -> str:
    """A path with further parts behind it."""
    return "/".join([path, *(joined(part) for part in more)])
