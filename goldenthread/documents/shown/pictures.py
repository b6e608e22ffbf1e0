"""Draws a page of a PDF as a picture. Meant for a process of its own: see `documents.apart`."""

import io
from pathlib import Path

import pypdfium2

from goldenthread.documents.proposals import Proposal

# Twice a full screen; a page of any proportions is drawn within it.
PIXELS_LIMIT = 6_000_000
BYTES_LIMIT = 6 * 2**20
RESAVE = "Open it in a PDF reader, print it into a new PDF and upload that."


def draw(path: Path, *, page: int, width: int) -> Proposal:
    """The page as PNG under "picture", or under "message" why there is none.

    Args:
        page:  its number, from 1.
        width: of the picture in pixels; a very long page or a very large picture gets less.
    """
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            if not 1 <= page <= len(pdf):
                return {"message": f"{path.name}: There is no page {page}, the last is {len(pdf)}."}
            return {"picture": _drawn(pdf[page - 1], width)}
    except (pypdfium2.PdfiumError, ValueError):
        return {"message": f"{path.name}, page {page}: The page cannot be drawn. {RESAVE}"}


def _drawn(page: pypdfium2.PdfPage, width: int) -> bytes:
    # A page that gives no size is as large as a letter here.
    across, down = page.get_size()
    scale = min(width / across, (PIXELS_LIMIT / (across * down)) ** 0.5)
    picture = _png(page, scale)
    while len(picture) > BYTES_LIMIT:
        scale /= 2
        picture = _png(page, scale)
    return picture


def _png(page: pypdfium2.PdfPage, scale: float) -> bytes:
    out = io.BytesIO()
    page.render(scale=scale).to_pil().save(out, "PNG")
    return out.getvalue()
