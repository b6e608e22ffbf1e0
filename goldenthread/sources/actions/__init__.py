"""The verbs of stored files; those of loads lie beside in `loads`, which pages do not wake."""

from goldenthread.sources.actions.files import (
    decide,
    names_of,
    screen_upload,
    store,
    without_removed,
)

__all__ = ["decide", "names_of", "screen_upload", "store", "without_removed"]
