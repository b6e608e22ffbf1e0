"""Letters with other titles and headings, and papers that only speak of a letter."""

import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.reports import letters
from goldenthread.documents.reports.letters_progress import is_improved, is_not_yet
from goldenthread.documents.reports.letters_words import TITLE, council_of, role_of
from goldenthread.documents.reports.tests.letters_drawn import FORMS
from goldenthread.documents.reports.tests.letters_variations import VARIATIONS

FACTS = {
    "trust 2023": {
        "framework": "ILACS monitoring visit",
        "local_authority": "Aldermere",
        "date": "2023-12-11",
        "visit_start": "2023-11-14",
        "visit_end": "2023-11-15",
        "visit_number": 5,
        "published": "2023-12-12",
        "inspectors": ["Ivy Larkfield", "Oak van der Heath"],
        "lead_inspector": "Ivy Larkfield",
        "scope": "Inspectors reviewed what has changed for:\nchildren in care\ncare leavers.",
    },
    "topic 2025": {
        "framework": "ILACS focused visit",
        "local_authority": "Aldermere Council",
        "visit_start": "2025-01-07",
        "visit_end": "2025-01-08",
        "inspectors": ["Ivy Larkfield", "Reed Cotter"],
        "lead_inspector": "Ivy Larkfield",
        "scope": "Inspectors looked at homes for care leavers aged 18 to 25.",
    },
    "within 2018": {
        "framework": "ILACS focused visit",
        "local_authority": "Royal Borough of Aldermere",
        "date": "2018-05-16",
        "visit_start": "2018-04-24",
        "visit_end": "2018-04-25",
        "inspectors": ["Sorrel Dean", "Reed Cotter"],
        "scope": "Inspectors looked at plans for children in need.",
    },
}
STATEMENTS = {
    "trust 2023": (
        ["Staff turnover is falling."],
        ["Pathway plans lack ambition.", "Caseloads have increased."],
    ),
    "topic 2025": (
        [],
        [
            "The checks made on private landlords.",
            "The help for care leavers who have nowhere to stay.",
            "The support for care leavers in custody.",
            "Not all of them have their health history.",
        ],
    ),
    "within 2018": (
        ["Managers’ oversight is becoming stronger."],
        [
            "The quality of plans is variable.",
            "The strategy meetings of the night team.",
            "The frequency of supervision",
        ],
    ),
}
PRIORITY = {
    "trust 2023": [],
    "topic 2025": [
        "The checks made on private landlords.",
        "The help for care leavers who have nowhere to stay.",
    ],
    "within 2018": ["The strategy meetings of the night team."],
}
TITLES = {
    "Monitoring visit of Aldermere Metropolitan Borough Council children’s services": "Aldermere Metropolitan Borough Council",
    "Focused visit to Aldermere local authority children’s services": "Aldermere",
    "Focused visit to the London Borough of Aldermere’s children's social care services": "London Borough of Aldermere",
    "Ofsted focused visit to Aldermere children’s services – care leavers": "Aldermere",
    "Monitoring visit to Aldermere Borough Council and Aldermere Children First": "Aldermere Borough Council",
    "Monitoring visit of children’s services in Aldermere": "Aldermere",
}
NO_LETTERS = {
    "minutes": (
        "Agenda item\n\nThe letter summarised the findings of the monitoring visit to Aldermere children’s services "
        "on 2 and 3 February 2022.\n\nAreas covered by the visit\n\nMembers asked questions."
    ),
    "cover paper": (
        "Report to Cabinet\n\nMonitoring visit to Aldermere children’s services\n\nThis report summarises the findings "
        "of the monitoring visit on 2 and 3 February 2022.\n\nCabinet is asked to note it."
    ),
    "reply": (
        "Dear Ms Finch\n\nFocused visit to Aldermere children’s services\n\nThis letter sets out our response to the "
        "findings of the focused visit in May."
    ),
    "guidance": "1. A letter summarises the findings of each monitoring visit. It goes to the director.",
}
IMPROVED = [
    "Social work is becoming better.",
    "The backlog of assessments has fallen.",
    "Practice is starting to improve.",
    "Supervision is now more regular.",
    "Fewer children now change their social worker.",
    "Records show further improvement since the summer.",
    "Visits are now undertaken on the day.",
]
NOT_YET = [
    "The pace of change needs to be improved.",
    "Plans do not contain clear dates.",
    "Challenge should be more robust.",
    "Managers should act more quickly.",
    "Fathers are rarely asked.",
    "Staff do not know what the plan is.",
    "Work with fathers is not as consistently good as it was.",
    "The response at night has deteriorated.",
    "Vacancies have risen.",
    "Progress has been too slow.",
]
NEITHER = [
    "Leaders understand the scale of improvement and have an improvement plan.",
    "Children are making good progress at school.",
    "Reviews take place without delay.",
    "Children’s homes remain stable.",
    "Children remain in stable homes.",
    "Children do not wait for a visit.",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", VARIATIONS)
def test_a_variation_is_read_as_it_is_printed(name, form):
    document = FORMS[form](VARIATIONS[name])
    proposal = letters.read(document)
    assert letters.looks_like(document) > 0.9
    assert {field: proposal[field] for field in FACTS[name]} == FACTS[name]
    said = [s["text"] for s in proposal["improved"]], [s["text"] for s in proposal["not_yet"]]
    assert said == STATEMENTS[name]
    assert [point["text"] for point in proposal["priority_action"]] == PRIORITY[name]


def test_points_announced_as_priority_action_are_recommendations_of_that_kind():
    proposal = letters.read(FORMS["pdf"](VARIATIONS["topic 2025"]))
    kinds = [r["kind"] for r in proposal["recommendations"]]
    assert kinds == ["area for priority action"] * 2 + ["area for improvement"]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_names_its_council(title):
    assert council_of(TITLE.match(title)) == TITLES[title]


def test_a_line_of_a_sentence_is_no_title():
    assert TITLE.match("monitoring visit to Aldermere children’s services") is None


@pytest.mark.parametrize("name", NO_LETTERS)
def test_what_only_speaks_of_a_letter_is_none(name):
    assert letters.looks_like(open_bytes(NO_LETTERS[name].encode(), "paper.txt")) == 0.0


def test_a_heading_has_its_role_and_a_sentence_has_none():
    assert role_of("What needs to improve in this area of practice?") == "improve"
    assert role_of("Scope of the visit") == "scope"
    assert role_of("Area for priority action") == "priority"
    assert role_of("Findings are shared with staff every month") is None


@pytest.mark.parametrize("sentence", [*IMPROVED, *NOT_YET, *NEITHER])
def test_a_sentence_says_progress_or_what_is_not_yet_there(sentence):
    assert (is_improved(sentence), is_not_yet(sentence)) == (
        sentence in IMPROVED,
        sentence in NOT_YET,
    )
