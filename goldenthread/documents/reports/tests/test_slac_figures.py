"""Figures in running text, and to whom an area for improvement is addressed."""

import pytest

from goldenthread.documents.reports.slac_actions import addressees
from goldenthread.documents.reports.slac_figures import figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The borough has a population of 98,400.", 98400, "people"),
        ("There are 12 children’s centres.", 12, "centres"),
        ("Only 7.5% of pupils are late.", 7.5, "%"),
        ("Some 60 per cent of visits are on time.", 60, "%"),
        ("Minutes go out within 15 days.", 15, "days"),
        ("The council ranks 17th nationally.", 17, "rank"),
        ("The number of children in care rose to 286 by March.", 286, "children"),
        ("Checks were made within the last three years.", 3, "years"),
    ],
)
def test_a_figure_has_its_value_and_what_is_counted(text, value, unit):
    assert [(f.value, f.unit) for f in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Young people aged 16 to 18 years are helped.",
        "Nurses see children until they are 21 years of age.",
        "In 2010 children were safe.",
        "Results at Level 2 pupils reach are good.",
        "One of the key aims is clear.",
        "Section 11 reviews are complete.",
    ],
)
def test_ages_years_and_names_are_no_figures(text):
    assert figures(text) == []


def test_a_share_of_a_number_keeps_the_number():
    (figure,) = figures("Two out of five schools are good.")
    assert (figure.value, figure.out_of, figure.unit) == (2, 5, "schools")


def test_a_pair_of_years_gives_two_figures_with_their_years():
    found = figures("It rose from 50.1% in 2009 to 58.8% in 2011.")
    assert [(f.value, f.when) for f in found] == [(50.1, "2009"), (58.8, "2011")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all partner agencies should ensure that staff know", ["all partner agencies"]),
        ("the council and partners should embed the plan", ["the council", "partners"]),
        ("Moor and Dale NHS Trust should train staff", ["Moor and Dale NHS Trust"]),
        (
            "NHS Aldermere, the council and Moor Hospitals NHS Trust should meet",
            ["NHS Aldermere", "the council", "Moor Hospitals NHS Trust"],
        ),
        ("ensure that all agencies should agree", []),
        ("improve the timeliness of adoption", []),
    ],
)
def test_addressees_are_the_bodies_before_should(text, expected):
    assert addressees(text) == expected
