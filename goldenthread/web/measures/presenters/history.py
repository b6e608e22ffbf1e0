"""The history of what the pages of measures show."""

from goldenthread.web.inspections.presenters.history import lines_of

__all__ = ["lines_of"]
