"""A PDF made to hang a reader, eat its memory or fill the disk does none of them."""

import io
import multiprocessing
import time
import zlib
from contextlib import suppress

import pikepdf
import pytest

from goldenthread.intake import beside
from goldenthread.intake.beside import making

LEVELS, EACH = 12, 10


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def drawings_in_drawings():
    """A page that draws a drawing ten times, which draws another ten times, twelve deep."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    inner = None
    for _ in range(LEVELS):
        content = b"0 0 500 700 re f\n" if inner is None else b"/In Do\n" * EACH
        form = pikepdf.Stream(pdf, content)
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = [0, 0, 595, 842]
        if inner is not None:
            form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner))
        inner = pdf.make_indirect(form)
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner))
    page.contents_add(b"/In Do\n")
    return saved(pdf)


def packed_zeros(count, repeats=20):
    """So many zeros as zlib packs them; a part is packed once and repeated, to be quick."""
    part = bytes(count // repeats)
    packer = zlib.compressobj(9)
    first, again = (
        packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH) for _ in ("with header", "without")
    )
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    # The Adler-32 sum of nothing but zeros.
    checked = ((count % 65521) << 16 | 1).to_bytes(4, "big")
    return first + again * (repeats - 1) + end + checked


def test_the_bombs_are_whole():
    assert zlib.decompress(packed_zeros(1_000_000)) == bytes(1_000_000)


def picture_of(side):
    """A page with a picture of so many dots each way, which packs to nearly nothing."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    picture = pikepdf.Stream(pdf, packed_zeros(side * side))
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = side, side, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.FlateDecode
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=pdf.make_indirect(picture)))
    page.contents_add(b"500 0 0 700 40 40 cm /In Do\n")
    return saved(pdf)


def test_a_page_that_takes_for_ever_is_given_up(cast, store, own_cache, monkeypatch):
    monkeypatch.setattr(making, "SECONDS_TO_DRAW", 5.0)
    upload = store(drawings_in_drawings(), "bomb.pdf")
    began = time.monotonic()
    with pytest.raises(beside.NotShown, match=r"bomb\.pdf: Reading was given up after 5 seconds"):
        beside.picture(upload=upload, by=cast.alice, page=1)
    assert time.monotonic() - began < 20
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("side", [20_000, 60_000])
def test_a_picture_of_gigabytes_fills_neither_memory_nor_disk(cast, store, own_cache, side):
    upload = store(picture_of(side), "photo.pdf")
    # Whether pdfium draws it, gives up or is stopped by its limit depends on its edition.
    with suppress(beside.NotShown):
        assert len(beside.picture(upload=upload, by=cast.alice, page=1)) < 100_000
    assert sum(path.stat().st_size for path in own_cache.iterdir()) < 100_000
    assert multiprocessing.active_children() == []
