"""The sheet for a visit: two sides of A4, whatever is known."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from goldenthread.inspections import actions as inspecting
from goldenthread.inspections.drafts import RecommendationDraft, StatementDraft
from goldenthread.inspections.models import Framework, Visit
from goldenthread.inspections.tests.factories import recorded, sif
from goldenthread.inspections.tests.test_visits import MONITORING, letter
from goldenthread.papers.document import Bullets, Grid, Note, Paragraph
from goldenthread.papers.renderers import pdf
from goldenthread.papers.visit.layout import NO_LETTER, NOTHING_WEAK, short
from goldenthread.papers.visit.paper import build
from goldenthread.thread.tests.factories import make_world

LONG = "Ensure that every child is visited, seen alone and heard within the time that is set. " * 6


def visit(cast, asked, **changes):
    told = {
        "framework": Framework.objects.get(code=MONITORING),
        "expected": "April 2026",
        "scope": "Children in need of protection.",
        "recommendations": [row.pk for row in asked],
    }
    return inspecting.prepare_visit(authority=cast.aldermere, by=cast.alice, **(told | changes))


def texts(document):
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph | Note):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += ["".join(run.text for run in point) for point in block.points]
        elif isinstance(block, Grid):
            found += [" | ".join(cell.text for cell in row) for row in block.rows]
    return found


def test_a_sheet_tells_claims_by_kind_what_the_letter_said_and_what_is_weak(cast, fixed_clock):
    world = make_world(cast)
    letter(cast)
    found = texts(build(visit(cast, [world.recommendation]), by=cast.alice))
    assert found[:4] == [
        "Done | 1 | 0 | 0 | 0 | 1",
        "Practice | 0 | 0 | 0 | 0 | 0",
        "Difference | 0 | 0 | 0 | 0 | 0",
        "1 | Visit in time. | 0 of 1 | no test | no test",
    ]
    assert "First visits are in time. (paragraph 6)" in found
    assert "Plans are not yet clear. (paragraph 9)" in found
    assert "Recommendation 1: no test asks for a difference to children." in found


def test_without_a_letter_and_with_nothing_to_answer_it_says_so(cast, fixed_clock):
    asked = recorded(cast, despite="As it stands.").recommendations.order_by("order")
    found = texts(build(visit(cast, asked[:1], cohort="Ten children."), by=cast.alice))
    assert NO_LETTER in found
    assert "Recommendation 1: no action stands that answers it." in found


def test_however_much_is_known_it_is_two_sides_and_what_is_left_out_is_counted(cast, fixed_clock):
    points = tuple(RecommendationDraft(text=LONG, number=str(n)) for n in range(1, 31))
    asked = recorded(cast, sif(recommendations=points, links=()), despite="Many.")
    said = [
        StatementDraft(sense=sense, text=LONG, paragraph=n)
        for sense in ("improved", "not yet")
        for n in range(1, 21)
    ]
    letter(cast, date(2026, 1, 20), statements=tuple(said))
    row = visit(cast, asked.recommendations.all(), scope=LONG * 4, cohort=LONG * 3)
    document = build(row, by=cast.alice)
    assert len(pypdfium2.PdfDocument(BytesIO(pdf.render(document)))) == 2
    found = texts(document)
    assert "And 18 more recommendations." in found
    assert found.count("And 15 more sentences.") == 2
    assert "And 18 more weaknesses." in found


def test_who_does_not_see_the_visit_gets_no_sheet(cast, fixed_clock):
    world = make_world(cast)
    row = visit(cast, [world.recommendation])
    with pytest.raises(Visit.DoesNotExist):
        build(row, by=cast.charlie)


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [("one two", 20, "one two"), ("one two\nthree", 9, "one two…"), ("", 5, "")],
)
def test_a_text_is_cut_at_a_word(text, most, told):
    assert short(text, most) == told


def test_a_sheet_without_weaknesses_says_that_none_is_known(cast, fixed_clock, monkeypatch):
    world = make_world(cast)
    monkeypatch.setattr("goldenthread.thread.visiting.weaknesses", lambda _: [])
    document = build(visit(cast, [world.recommendation]), by=cast.alice)
    assert NOTHING_WEAK in texts(document)


def test_a_letter_that_says_only_one_thing_says_so_of_the_other(cast, fixed_clock):
    world = make_world(cast)
    letter(cast, statements=(StatementDraft(sense="improved", text="Better."),))
    found = texts(build(visit(cast, [world.recommendation]), by=cast.alice))
    assert found.count("Nothing that could be read.") == 1
    assert "Better." in found
