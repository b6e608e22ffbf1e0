"""Everything that can be done on the Action page, by name."""

from goldenthread.web.actions.deeds import (
    around,
    arranging,
    asking,
    consulting,
    recurring,
    saying,
    showing,
    tying,
)
from goldenthread.web.actions.deeds.base import Deed, Doing, Done

ALL = (
    *saying.DEEDS,
    *showing.DEEDS,
    *arranging.DEEDS,
    *around.DEEDS,
    *consulting.DEEDS,
    *recurring.DEEDS,
    *asking.DEEDS,
    *tying.DEEDS,
)
BY_NAME = {deed.name: deed for deed in ALL}

__all__ = ["ALL", "BY_NAME", "Deed", "Doing", "Done"]
