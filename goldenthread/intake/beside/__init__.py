"""The source beside its reading: pages, tables and texts of an upload, the place asked for marked."""

from goldenthread.intake.beside.errors import NotShown
from goldenthread.intake.beside.shapes import Block, Box, Contents, Part, Row, Text, View
from goldenthread.intake.beside.showing import PDF, contents, picture, prepare, view

__all__ = [
    "PDF",
    "Block",
    "Box",
    "Contents",
    "NotShown",
    "Part",
    "Row",
    "Text",
    "View",
    "contents",
    "picture",
    "prepare",
    "view",
]
