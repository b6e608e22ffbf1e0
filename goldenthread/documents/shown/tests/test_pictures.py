"""Pages as pictures: of the size asked for, and of bounded size whatever the page."""

import io
import random
import re

import pikepdf
import pytest
from PIL import Image

from goldenthread.documents.shown import pictures
from goldenthread.documents.tests import made_files


def written(tmp_path, data):
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    return path


def sized(width, height, content=b""):
    """A PDF of one page of the size in points."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].MediaBox = [0, 0, width, height]
    pdf.pages[0].contents_add(content)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def drawn(path, width=1000, page=1):
    with Image.open(io.BytesIO(pictures.draw(path, page=page, width=width)["picture"])) as image:
        return image.convert("L").copy()


def test_a_page_is_drawn_at_the_width_with_its_print_where_it_stands(tmp_path):
    image = drawn(written(tmp_path, made_files.pdf(["", "Words"])), width=595)
    assert image.size == (595, 842)
    left, top, right, bottom = image.point(lambda value: 255 * (value < 128)).getbbox()
    # The line is set in 11 points at 50, 776 from the page's foot.
    assert (left, right) == (pytest.approx(51, abs=2), pytest.approx(83, abs=4))
    assert (top, bottom) == (pytest.approx(58, abs=2), pytest.approx(66, abs=2))


@pytest.mark.parametrize(
    ("width", "height"), [(14_400, 14_400), (3, 14_400), (14_400, 3), (0, 0), (0, 500), (595, 842)]
)
def test_a_page_of_any_proportions_is_drawn_within_the_limit(tmp_path, width, height):
    image = drawn(written(tmp_path, sized(width, height)), width=2000)
    assert image.width * image.height <= 1.01 * pictures.PIXELS_LIMIT + image.width + image.height


def test_a_picture_that_would_take_too_many_bytes_is_drawn_smaller(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "BYTES_LIMIT", 3_000)
    data = made_files.pdf([f"Line {number} of many words" for number in range(40)])
    path = written(tmp_path, data)
    assert len(pictures.draw(path, page=1, width=1000)["picture"]) <= 3_000
    assert drawn(path).width < 1000


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_told(tmp_path, page):
    path = written(tmp_path, made_files.pdf(["One"], ["Two"]))
    message = pictures.draw(path, page=page, width=500)["message"]
    assert message == f"page.pdf: There is no page {page}, the last is 2."


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%%EOF", b"no PDF at all"])
def test_a_damaged_file_is_told(tmp_path, content):
    message = pictures.draw(written(tmp_path, content), page=1, width=500)["message"]
    assert message.startswith("page.pdf, page 1: The page cannot be drawn. Open it in a PDF reader")


def test_any_damage_ends_in_a_picture_or_a_message(tmp_path):
    good, luck = made_files.pdf(["Action plan"], ["Two"]), random.Random(5)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(8):
            data[luck.randrange(len(data))] = luck.randrange(256)
        done = pictures.draw(written(tmp_path, bytes(data)), page=1, width=300)
        assert set(done) in ({"picture"}, {"message"})


def test_names_of_files_are_all_that_a_message_tells(tmp_path):
    message = pictures.draw(written(tmp_path, b"DOB 14/02/2011"), page=1, width=300)["message"]
    assert not re.search(r"\d{4}|/", message)
