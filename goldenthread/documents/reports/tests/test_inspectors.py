"""Who led an inspection, from every place that names them."""

import pytest

from goldenthread.documents import reports
from goldenthread.documents.reports import inspectors
from goldenthread.documents.reports.tests.drawn_pages import at, document, flow

NAMED = [
    (["Lead inspector: Ann Example, His Majesty’s Inspector"], ("Ann Example",)),
    (["Lead inspector: Ann Example", "Her Majesty’s Inspector"], ("Ann Example",)),
    (["Lead inspector: Ann Example-Jones HMI."], ("Ann Example-Jones",)),
    (["Lead Inspector Ann O’Example"], ("Ann O’Example",)),
    (["Lead inspector – Ann McExample"], ("Ann McExample",)),
    (["Lead inspector:", "Ann Example HMI"], ("Ann Example",)),
    (["Lead inspector", "Ann Example, Senior HMI"], ("Ann Example",)),
    (["Lead inspector: Ann", "Example HMI"], ("Ann Example",)),
    (["Lead inspectors: Ann Example and Bea Sample"], ("Ann Example", "Bea Sample")),
    (["Lead inspectors: Ann Example HMI and Bea Sample HMI"], ("Ann Example", "Bea Sample")),
    (["Lead inspectors: Ann Example/Bea Sample"], ("Ann Example", "Bea Sample")),
    (
        ["Lead inspectors: Ann Example, Bea Sample, His Majesty’s Inspectors"],
        ("Ann Example", "Bea Sample"),
    ),
    (["Lead inspector: Ann Example Deputy lead inspector: Bea Sample"], ("Ann Example",)),
    (["Lead inspector: Ann Example (HMI)"], ("Ann Example",)),
    (["Lead inspector: HMI Ann Example"], ("Ann Example",)),
    (["Lead inspector: Ann Example, social care regulatory inspector"], ("Ann Example",)),
    (["Reporting inspector: Ann Example HMI"], ("Ann Example",)),
    (["Joint lead inspectors: Ann Example and Bea Sample"], ("Ann Example", "Bea Sample")),
    (["Lead inspector, Ann Example HMI"], ("Ann Example",)),
    (["Lead inspec\u00adtor: Ann Example HMI"], ("Ann Example",)),
    (["Lead HMI: Zoë Éxample"], ("Zoë Éxample",)),
    (["Ann Example HMI (lead inspector)"], ("Ann Example",)),
    (["The inspection was led by Ann Example HMI and took two weeks."], ("Ann Example",)),
]


@pytest.mark.parametrize(("lines", "names"), NAMED, ids=lambda v: str(v)[:50])
def test_the_names_are_read_without_rank(lines, names):
    found = inspectors.leads(document(flow(100, *lines)))
    assert found[0].names == names


NOBODY = [
    ["Deputy lead inspector: Bea Sample"],
    ["Shadow lead inspector: Bea Sample"],
    ["Team inspectors: Bea Sample, Cat Test"],
    ["lead inspector and the team met children in", "Aldermere Council"],
    ["Lead inspector:", "The inspection team"],
    ["Lead inspector:", "Overall effectiveness Good"],
]


@pytest.mark.parametrize("lines", NOBODY, ids=lambda v: v[0])
def test_others_are_not_taken_for_the_lead(lines):
    assert inspectors.leads(document(flow(100, *lines))) == []


def test_a_name_in_the_next_cell_is_found_though_told_before_its_label():
    lines = [at(100, "Ann Example HMI", left=250), at(100, "Lead inspector")]
    assert inspectors.leads(document(lines))[0].names == ("Ann Example",)


def test_page_1_goes_before_the_team_list_and_a_difference_is_asked():
    page_1 = flow(
        100,
        "Inspection of Aldermere local authority children’s services",
        "Lead inspector: Ann Example",
    )
    last = flow(100, "The inspection team", "Lead inspector: Bea Sample")
    read = reports.read(document(page_1, last))
    assert read["lead_inspector"] == "Ann Example"
    assert any("Bea Sample" in question["question"] for question in read["questions"])


def test_nobody_named_is_asked():
    read = reports.read(
        document(flow(100, "Inspection of Aldermere local authority children’s services"))
    )
    assert read["lead_inspector"] is None
    assert "lead_inspector" in [question["where"] for question in read["questions"]]
