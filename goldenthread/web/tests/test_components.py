"""What presenters hand to components says what it should."""

import lxml.html
import pytest
from django.template.loader import render_to_string

from goldenthread.web.components import (
    RUNGS,
    STATUS_TAGS,
    Cell,
    Column,
    CountBar,
    Empty,
    Ladder,
    Part,
    Progress,
    Table,
    Tag,
)


def test_parts_that_make_up_the_total_agree():
    bar = CountBar(68, "row", (Part(66, "accepted", "good"), Part(2, "refused", "bad")))
    assert bar.holds
    assert bar.sentence == "68 rows found = 66 accepted + 2 refused."
    assert [(start, width) for start, width, _ in bar.segments] == [(0.0, 97.06), (97.06, 2.94)]


@pytest.mark.parametrize(("accepted", "apart"), [(60, 8), (70, 2)])
def test_parts_that_do_not_say_by_how_many(accepted, apart):
    bar = CountBar(68, "row", (Part(accepted, "accepted"),))
    assert not bar.holds
    assert bar.sentence.endswith(f"{apart} not accounted for.")
    assert max(start + width for start, width, _ in bar.segments) <= 100


def test_nothing_found_and_nothing_accepted_agree():
    assert CountBar(0, "row", (Part(0, "accepted"),)).holds


def test_every_rung_and_status_has_a_word_beside_its_colour():
    assert [Tag.rung(n).text for n in range(6)] == [f"{n} {name}" for n, name in enumerate(RUNGS)]
    assert {Tag.status(colour, "x").text for colour in STATUS_TAGS} == {"x"}


def test_a_row_of_the_wrong_length_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="needs 2 cells"):
        Table(
            caption="Actions",
            columns=(Column(heading="A"), Column(heading="B")),
            rows=((Cell("only one"),),),
        )


def test_a_cell_on_a_phone_says_what_it_is():
    table = Table(
        caption="Actions",
        columns=(Column(heading="Action"), Column(heading="n", numeric=True)),
        rows=((Cell("P1-A1"), Cell("14")),),
    )
    html = lxml.html.fragment_fromstring(
        render_to_string("components/_table.html", {"table": table})
    )
    assert html.xpath("//td/@data-label") == ["n"]
    assert html.xpath("//th[@scope='row']")[0].text_content().strip() == "P1-A1"


def test_an_empty_page_without_an_action_has_no_button():
    empty = Empty(heading="Nothing", text="Ask somebody.")
    assert "button" not in render_to_string("components/_empty.html", {"empty": empty})


def progress(**changes):
    fields = {"heading": "Reading", "words": "2 of 10", "done": 2, "total": 10, "href": "/p/"}
    return Progress(**fields | {"next_text": "Look", "next_href": "/next/"} | changes)


@pytest.mark.parametrize(
    ("changes", "asks_again", "leads_on"),
    [
        ({}, True, False),
        ({"done": 10}, False, True),
        ({"problem": "The file is empty. Choose another."}, False, True),
    ],
)
def test_progress_is_asked_for_only_while_it_runs(changes, asks_again, leads_on):
    html = render_to_string("components/_progress.html", {"progress": progress(**changes)})
    assert ("hx-get" in html) is asks_again
    assert ("/next/" in html) is leads_on


def test_the_ladder_says_in_words_where_it_stands():
    html = render_to_string("components/_ladder.html", {"ladder": Ladder(2, "a sample.")})
    assert html.count("gt-ladder__rung--reached") == 3
    assert html.count('aria-current="step"') == 1
    assert "(reached)" in html
