"""What is published names posts: addresses and numbers of people are left out."""

import pytest

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.contacts import LEFT_OUT, left_out
from goldenthread.papers.document import (
    Bullets,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Run,
    cell,
    words,
)
from goldenthread.papers.tests.factories import TODAY
from goldenthread.plans.models import Action
from goldenthread.plans.tests.factories import recorded


def paper(*blocks):
    return Document(title="T", authority="A", as_at=TODAY, blocks=blocks)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Write to jo.bloggs@aldermere.example.", f"Write to {LEFT_OUT}."),
        ("Ring 01632 960 123 or 01632 960124", f"Ring {LEFT_OUT} or {LEFT_OUT}"),
        ("Ring (01632) 960123", f"Ring {LEFT_OUT}"),
        ("Ring +44 1632 960 123", f"Ring {LEFT_OUT}"),
        ("Ring 07700 900123 today", f"Ring {LEFT_OUT} today"),
        ("By 01 02 2013, 012 of 2000", "By 01 02 2013, 012 of 2000"),
        ("Hash 0123456789abc0123456789", "Hash 0123456789abc0123456789"),
        ("£1,000,000 by 2016-03-01; 15 @ 3", "£1,000,000 by 2016-03-01; 15 @ 3"),
    ],
)
def test_addresses_and_telephone_numbers_are_left_out_and_nothing_else(text, printed):
    assert left_out(paper(words(text))).blocks[0].text == printed


def test_they_are_left_out_wherever_words_stand_and_the_paper_says_in_how_many_places():
    mail = "x@y.example"
    document = left_out(
        paper(
            Heading(1, mail),
            Bullets(((Run(mail),),)),
            Facts((("Lead", (Run(mail),)),)),
            Grid(columns=(Column("Who"),), rows=((cell(mail),),), caption="People"),
            Note(mail),
            PageBreak(),
        )
    )
    assert mail not in repr(document)
    assert repr(document).count(LEFT_OUT) == 5
    assert document.blocks[-1].text.endswith("were left out in 5 places.")


def test_a_paper_without_any_stays_as_it_is():
    document = paper(words("Nothing."))
    assert left_out(document) is document


@pytest.mark.django_db
@pytest.mark.usefixtures("fixed_clock")
def test_a_paper_of_a_plan_prints_no_address_that_stands_in_an_action(cast):
    plan = recorded(cast)
    action = Action.objects.filter(plan=plan).order_by("pk").first()
    action.text += " Ask jo.bloggs@aldermere.example."
    action.save()
    document = PAPERS["action_plan"].build(plan=plan, by=cast.bob, as_at=TODAY)
    assert "jo.bloggs" not in repr(document)
    assert document.blocks[-1].text.endswith("were left out in 1 place.")
