"""What each kind of evidence must say, and what change a test asks for."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions, aims, evidence_kinds, small_numbers
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.evidence_kinds import (
    KINDS,
    Cited,
    Filing,
    n_of_entries,
    problems,
    reported_to,
    response_rate,
    still_open,
)
from goldenthread.plans.models import EvidenceLink
from goldenthread.plans.tests.evidence_factories import (
    OF_A_MEETING,
    accept,
    counts,
    file,
    make_world,
)

TODAY = date(2026, 3, 16)
FIGURE = {"number": 62.5, "numerator": 5, "denominator": 8, "as_at": "2026-02-28"}
SENT = {"sender": "The director", "sent_on": "2026-03-02", "recipients": ["Head teachers"]}
SURVEY = {"instrument": "Foster carers", "wave": "2026 Q1", "asked": 40, "answered": 22}
EVENT = {
    "event": "Network day",
    "programme": "p. 1",
    "feedback": "Clear",
    "held_on": "2026-03-02",
    "attendance": 31,
}
AUDIT = {"theme": "Minutes", "result": "Better", "sample": 20}
SAMPLE = {"policy": "Visits", "result": "17 of 20", "sample": 20, "in_standard": 17}
ASSURED = {"giver": "The hospital", "basis": "An audit", "recipients": ["The council"]}
ANSWERS = [
    {"question": "Do you feel safe?", "answer": "Yes", "number": 18},
    {"question": "Do you feel safe?", "answer": "No", "number": 2},
    {"question": "Do you feel safe?", "answer": "Do not know", "number": 9},
    {"question": "Are you heard?", "answer": "Yes", "number": 0},
]
ENTRIES = [{"what": "First school", "on": "2026-03-02"}, {"what": "Second school", "on": None}]
TOLD = {
    "figures": "Visits",
    "recipients": [{"to": "The board", "on": "2026-03-01"}, {"to": "The council"}],
}
SEEN = {"observer": "A head", "seen": "A visit", "observed_on": "2026-03-02", "observed": 6}
NOTE = {
    "meeting": "Heads",
    "held_on": "2026-03-02",
    "agreed": [{"what": "Write", "who": "Lena Long"}],
}
SYSTEM = {"system": "Case system", "sender": "Supplier", "change": "x", "sent_on": "2026-03-02"}
CARD = {"card": "Visits", "card_version": "3", "as_at": "2026-02-28"}


def filing(about, **more):
    return Filing(about=about, today=TODAY, **{"extract": "The text", **more})


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("minute", filing(OF_A_MEETING)),
        ("minute showing improvement", filing({**OF_A_MEETING, "figure": FIGURE})),
        ("minute showing improvement", filing(OF_A_MEETING, cites=(Cited("audit"),))),
        ("email", filing(SENT)),
        ("letter", filing(SENT)),
        ("document", filing({})),
        ("amended document", filing({"change": "A box"}, file="b", file_before="a")),
        ("checklist", filing({"entries": ENTRIES}, quantity=1)),
        ("programme of event", filing(EVENT)),
        ("survey", filing(SURVEY)),
        ("report card", filing(CARD)),
        ("audit", filing(AUDIT)),
        ("external audit", filing({**AUDIT, "body": "Peers"})),
        ("presentation", filing({"audience": "Schools", "held_on": "2026-03-02"})),
        ("policy and sample", filing(SAMPLE, quantity=20)),
        ("note of agreed action", filing(NOTE)),
        ("system report", filing(SYSTEM)),
        ("figures reported onward", filing(TOLD, quantity=1)),
        ("assurance statement", filing({**ASSURED, "level": "limited"})),
        (
            "corroborated claim",
            filing({"claim": "x"}, cites=(Cited("audit"), Cited("external audit", outside=True))),
        ),
        ("observation", filing(SEEN)),
        ("survey of children", filing({**SURVEY, "answers": ANSWERS})),
        ("measure value", filing({"figure": FIGURE})),
        ("link", filing({}, extract="", url="https://example.org/minute")),
        (
            "words of children, families or staff",
            filing({"whose": "Carers", "words": "Better", "said_on": "2026-03-02"}),
        ),
    ],
)
def test_a_kind_that_says_all_it_must_can_be_filed(kind, given):
    assert problems(kind, given) == []


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        ("gossip", filing({}), "no evidence of the kind"),
        ("document", filing({}, extract=" "), "nothing to look at"),
        ("minute", filing({"meeting": "Board", "held_on": "2026-03-02"}), "which item"),
        ("minute", filing({**OF_A_MEETING, "held_on": "2026-03-17"}), "no day up to today"),
        ("minute", filing({**OF_A_MEETING, "held_on": "March"}), "no day up to today"),
        ("minute showing improvement", filing(OF_A_MEETING), "cites an audit"),
        (
            "minute showing improvement",
            filing({**OF_A_MEETING, "figure": {"number": "approaching 100%"}}),
            "names a figure",
        ),
        (
            "minute showing improvement",
            filing(OF_A_MEETING, cites=(Cited("minute"),)),
            "cites an audit",
        ),
        ("email", filing({**SENT, "recipients": []}), "to whom it went"),
        ("letter", filing({**SENT, "recipients": "All"}), "each entry"),
        ("amended document", filing({"change": "x"}, file="a"), "as it was and as it is now"),
        ("amended document", filing({"change": "x"}, file="a", file_before="a"), "the same file"),
        ("checklist", filing({"entries": ENTRIES}, quantity=2), "1 done of 2"),
        ("checklist", filing({"entries": [ENTRIES[0], ENTRIES[0]]}, quantity=2), "stands twice"),
        (
            "checklist",
            filing({"entries": [{"what": "School", "on": "2027-01-01"}]}, quantity=1),
            "up to today",
        ),
        ("programme of event", filing({**EVENT, "attendance": None}), "how many came"),
        ("programme of event", filing({**EVENT, "attendance": "many"}), "whole number"),
        ("programme of event", filing({**EVENT, "held_on": ""}), "the day of the event"),
        ("survey", filing({**SURVEY, "wave": ""}), "which wave"),
        ("survey", filing({**SURVEY, "answered": 41}), "More answered"),
        ("report card", filing({**CARD, "card_version": ""}), "which version"),
        ("audit", filing({**AUDIT, "result": ""}), "its result"),
        ("presentation", filing({"held_on": "2026-03-02"}), "to whom"),
        ("policy and sample", filing({**SAMPLE, "policy": ""}), "which policy"),
        ("policy and sample", filing({**SAMPLE, "sample": None}), "how many cases"),
        ("policy and sample", filing({**SAMPLE, "in_standard": 21}), "no more in standard"),
        ("policy and sample", filing(SAMPLE, quantity=21), "20 cases"),
        ("note of agreed action", filing({**NOTE, "agreed": [{"what": "x"}]}), "what and who"),
        ("system report", filing({**SYSTEM, "sender": ""}), "who reports"),
        (
            "figures reported onward",
            filing({**TOLD, "recipients": [{"to": "The board"}]}),
            "at least two",
        ),
        ("figures reported onward", filing(TOLD, quantity=2), "no more recipients"),
        (
            "figures reported onward",
            filing({**TOLD, "recipients": [*TOLD["recipients"], {"to": "A", "on": "2199-01-01"}]}),
            "a day up to today, or empty",
        ),
        ("assurance statement", filing({**ASSURED, "level": "good"}), "level of assurance"),
        ("assurance statement", filing({**ASSURED, "level": "full", "basis": ""}), "what basis"),
        ("corroborated claim", filing({"claim": "x"}, cites=(Cited("audit"),)), "from outside"),
        ("observation", filing({**SEEN, "observer": ""}), "who observed"),
        ("survey of children", filing(SURVEY), "the answers"),
        (
            "survey of children",
            filing({**SURVEY, "answers": [{**ANSWERS[0], "number": "most"}]}),
            "whole number",
        ),
        ("survey", filing({**SURVEY, "answers": [{"question": "x"}]}), "question and answer"),
        ("survey", filing({**SURVEY, "answers": [ANSWERS[0], ANSWERS[0]]}), "stands twice"),
        ("survey", filing({**SURVEY, "answered": 17, "answers": ANSWERS}), "by more than"),
        ("measure value", filing({"figure": {**FIGURE, "denominator": 0}}), "denominator"),
    ],
)
def test_a_kind_that_lacks_what_it_needs_is_refused_in_words(kind, given, words):
    found = problems(kind, given)
    assert any(words in problem for problem in found), found


def test_every_kind_is_tried():
    (tried,) = test_a_kind_that_says_all_it_must_can_be_filed.pytestmark
    assert {kind for kind, _ in tried.args[1]} == KINDS.keys()


def test_figures_of_evidence_are_worked_out():
    assert n_of_entries({"entries": ENTRIES}) == 1
    assert response_rate(SURVEY) == 0.55
    assert reported_to(TOLD) == (["The board"], ["The council"])
    assert still_open("figures reported onward", TOLD) == (
        "The figures have not reached The council yet."
    )


def test_small_counts_of_children_are_not_shown_and_do_not_follow_from_the_total():
    assert [(row["answer"], row["number"]) for row in small_numbers.shown(ANSWERS)] == [
        ("Yes", 0),
        ("Yes", 18),
        ("No", "1 to 5, not shown"),
        ("Do not know", "not shown"),
    ]
    assert ANSWERS[1]["number"] == 2, "the answers themselves stay"


AIM = {
    "direction": "lower",
    "baseline": 40,
    "baseline_on": "2025-06-30",
    "least": 10,
    "from": "2025-09-01",
    "to": "2026-03-31",
}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"baseline": None}, "from which figure"),
        ({"least": None}, "by how much"),
        ({"to": ""}, "until which day"),
        ({"least": 0}, "more than nought"),
        ({"baseline": "many"}, "are numbers"),
        ({"direction": "better"}, "lower or higher"),
        ({"from": "soon"}, "Write the days"),
        ({"to": "2025-08-31"}, "ends before"),
        ({"baseline_on": "2026-04-01"}, "after the period"),
    ],
)
def test_a_change_that_is_wanted_says_from_what_when_and_how_much(changes, words):
    assert words in " ".join(aims.problems({**AIM, **changes}))


@pytest.mark.parametrize(
    ("number", "on", "words"),
    [
        (30, date(2026, 2, 28), ""),
        (31, date(2026, 2, 28), "From 40 to 31: the test asks for at least 10 lower."),
        (50, date(2026, 2, 28), "From 40 to 50: the test asks for at least 10 lower."),
        (
            30,
            date(2025, 8, 31),
            "The figure of 31/08/2025 is not of the period from 01/09/2025 on.",
        ),
    ],
)
def test_a_figure_shows_the_change_or_says_why_not(number, on, words):
    assert aims.problems(AIM) == []
    assert aims.problems({}) == []
    assert aims.not_shown(AIM, number=number, on=on) == words
    assert aims.not_shown({**AIM, "direction": "higher"}, number=50, on=date(2026, 3, 1)) == ""


@pytest.mark.parametrize(
    ("number", "top", "under", "whole"),
    [
        (62.5, 5, 8, True),
        (33, 1, 3, True),
        (0.33, 1, 3, True),
        (12, 12, 400, True),
        (90, 16, 20, False),
        (62.4, 5, 8, False),
    ],
)
def test_a_figure_agrees_with_its_parts(number, top, under, whole):
    figure = {"number": number, "numerator": top, "denominator": under, "as_at": "2026-02-28"}
    assert (evidence_kinds.figure_of({"figure": figure}) is not None) == whole


def test_a_reduction_is_accepted_only_with_a_baseline_and_a_figure_that_shows_it(cast, fixed_clock):
    world = make_world(
        cast, tests=(TestDraft(text="Reduction in records returned", kind="difference"),)
    )
    with pytest.raises(NotAllowedNow, match="by how much at least"):
        file(world)
    actions.change_test(test=world.test, by=world.lena, why="As the board asked", aim=AIM)
    plain = file(world)
    with pytest.raises(NotAllowedNow, match="names a figure"):
        accept(world, plain)
    few = {"figure": {"number": 35, "numerator": 35, "denominator": 1, "as_at": "2026-02-28"}}
    with pytest.raises(NotAllowedNow, match="at least 10 lower"):
        accept(world, file(world, title="35", kind="measure value", about=few))
    enough = {"figure": {**few["figure"], "number": 30, "numerator": 30}}
    accept(world, file(world, title="30", kind="measure value", about=enough))
    assert counts(world.test)


def test_figures_reported_onward_are_accepted_when_each_recipient_has_them(cast, fixed_clock):
    world = make_world(cast)
    link = file(world, kind="figures reported onward", about=TOLD)
    with pytest.raises(NotAllowedNow, match="have not reached The council"):
        accept(world, link)
    both = [{**one, "on": "2026-03-02"} for one in TOLD["recipients"]]
    version = actions.new_version(
        evidence=link.version.evidence, by=world.lena, about={**TOLD, "recipients": both}
    )
    accept(world, version.links.get())
    assert counts(world.test)


def test_a_minute_of_improvement_that_cites_an_audit_is_filed(cast, fixed_clock):
    world = make_world(cast)
    with pytest.raises(NotAllowedNow, match="cites an audit"):
        file(world, kind="minute showing improvement", about=OF_A_MEETING)
    audit = file(world, kind="audit", about=AUDIT, title="The audit").version
    minute = file(
        world, kind="minute showing improvement", about=OF_A_MEETING, cites=[audit]
    ).version
    assert list(minute.cites.all()) == [audit]
    assert EvidenceLink.objects.count() == 2
