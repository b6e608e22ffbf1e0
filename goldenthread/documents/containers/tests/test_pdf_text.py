"""Lines of a cell joined into text as they were written."""

import pytest

from goldenthread.documents.containers.pdf_marks import Word
from goldenthread.documents.containers.pdf_text import Setting, text_of

LETTER, STEP, SPACE = 5.0, 10.0, 2.5
LIMIT = 100.0


def words(*lines, step=STEP):
    """Words of five points a letter, line under line."""
    found = []
    for number, line in enumerate(lines):
        left = 0.0
        for word in line.split():
            right = left + LETTER * len(word)
            top = number * step
            found.append(Word(word, left, right, top, top + 8, 8.0))
            left = right + SPACE
    return found


def text(*lines, vocabulary=(), step=STEP):
    setting = Setting(step=STEP, limits=(LIMIT,), vocabulary=frozenset(vocabulary))
    return text_of([words(*lines, step=step)], setting, last_column=0)


def test_a_full_line_wraps():
    assert text("Meet with all head", "teachers") == "Meet with all head teachers"


def test_a_line_with_room_for_the_next_word_ends_a_paragraph():
    assert text("Asha", "Bram Okonjo") == "Asha\nBram Okonjo"


def test_a_longer_step_begins_a_paragraph():
    assert text("Meet with all head", "teachers", step=12) == "Meet with all head\nteachers"


def test_a_bullet_begins_a_paragraph():
    assert text("Meet with all head", "• teachers") == "Meet with all head\n• teachers"


def test_a_hyphen_at_the_end_of_a_line_stays():
    assert text("complete the level e-", "learning") == "complete the level e-learning"


def test_a_dash_at_the_end_of_a_line_is_no_hyphen():
    assert text("works in general —", "twice") == "works in general — twice"


def test_a_hyphen_that_breaks_a_known_word_goes():
    assert text("all of the safeguar-", "ding", vocabulary={"safeguarding"}) == (
        "all of the safeguarding"
    )
    assert text("all of the safeguar\u00ad", "ding") == "all of the safeguarding"


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ("immediatimmediatimmo", "ely", "immediatimmediatimmoely"),
        ("recommendatrecommenx", "dations", "recommendatrecommenxdations"),
        ("safeguardingsafeguar", "training", "safeguardingsafeguar training"),
        ("safeguardingsafegua1", "ing", "safeguardingsafegua1 ing"),
    ],
)
def test_a_word_that_a_narrow_column_broke_is_made_whole(start, end, whole):
    assert text(start, end, vocabulary={"training"}) == whole


def test_a_word_broken_where_the_whole_is_known_is_made_whole():
    known = {"safeguardingsafeguardi"}
    assert text("safeguardingsafeguar", "di", vocabulary=known) == "safeguardingsafeguardi"


def test_a_day_begins_a_note_unless_a_word_leads_to_it():
    assert text("first draft shared in", "17/03/2025 agreed") == (
        "first draft shared in 17/03/2025 agreed"
    )
    assert text("first draft shared x", "17/03/2025 agreed") == (
        "first draft shared x\n17/03/2025 agreed"
    )


def test_a_stroke_at_the_end_of_a_line_joins_two_words():
    assert text("all knowledge of A/", "EIS") == "all knowledge of A/EIS"


def test_a_day_in_strokes_is_never_broken_so_it_wraps_whole():
    assert text("agreed at last by", "28/08/12") == "agreed at last by 28/08/12"
