"""The rules of queries, each with a drawn table; whose turn it is, and where a query lies."""

import pkgutil
from datetime import date

import pytest

from goldenthread.plans import querying
from goldenthread.plans.querying import (
    lapsed,
    looser,
    opposed,
    slipping,
    too_early,
    turns,
    unshown,
)
from goldenthread.plans.querying.catalogue import RULES
from goldenthread.plans.querying.facts import Facts, Quote
from goldenthread.plans.querying.likeness import clauses, stems
from goldenthread.plans.querying.standards import lengths

ALERT = "Revise the system so that alerts are in place to managers when visits are due."
OVERDUE = "New system alerts managers when visits are overdue"
PARAGRAPH = (
    "The record of decisions is distributed within 24 hours but the detailed minutes of the "
    "conference are not always circulated within 15 days. Parents do not know what to do."
)
# Everything in `querying` that is no rule.
OTHERS = {"catalogue", "facts", "likeness", "standards", "turns"}


def said(*texts):
    return tuple(Quote(f"P1-A{number}, progress", text) for number, text in enumerate(texts, 1))


def claims(found):
    return [one.claim for one in found]


def test_every_rule_has_its_file_and_its_line_and_none_twice():
    files = {module.name for module in pkgutil.iter_modules(querying.__path__)} - OTHERS
    assert {rule.find.__module__.rpartition(".")[2] for rule in RULES} == files
    assert [rule.code for rule in RULES] == list(dict.fromkeys(rule.code for rule in RULES))
    assert files == {rule.code for rule in RULES}


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (ALERT, (OVERDUE,), ["due / overdue"]),
        (ALERT, ("Alerts to managers now come when visits are due.",), []),
        (ALERT, (OVERDUE, "Alerts to managers now come when visits are due."), []),
        (ALERT, ("Alerts to managers when visits are due.", OVERDUE), ["due / overdue"]),
        (ALERT, ("Nine reports are overdue.",), []),
        (ALERT, ("Reports to managers are late; payments are overdue",), []),
        (ALERT, ("Alerts to managers when visits are due, and again when overdue",), []),
        ("Alert managers when visits are due or overdue", (OVERDUE,), []),
        ("The threshold policy is approved", ("Threshold policy drafted",), ["approved / drafted"]),
        ("The threshold policy is drafted", ("Threshold policy approved",), []),
        ("Audits of files weekly", ("Audits of files: monthly",), ["weekly / monthly"]),
    ],
)
def test_what_is_asked_for_and_what_is_reported_differ(asked, told, expected):
    facts = Facts(text=asked, said=said(*told), done=True)
    assert claims(opposed.find(facts)) == expected


def test_words_differ_only_once_somebody_says_that_it_is_done():
    assert opposed.find(Facts(text=ALERT, said=said(OVERDUE))) == []
    assert opposed.find(Facts(text=ALERT, said=said(OVERDUE), reported_done=True))


def test_a_test_asks_as_its_action_does_and_the_same_pair_is_asked_once():
    facts = Facts(text="Revise the system", tests=(ALERT,), said=said(OVERDUE), done=True)
    [found] = opposed.find(facts)
    assert [quote.text for quote in found.quotes] == [ALERT, OVERDUE]
    assert opposed.find(Facts(text=ALERT, tests=(ALERT,), said=said(OVERDUE), done=True)) == [found]


@pytest.mark.parametrize(
    ("target", "expected", "in_words"),
    [
        ("within 1 month", ["within 1 month"], "“within 15 days”."),
        ("within 3 weeks", ["within 3 weeks"], "“within 15 days” if these are calendar days."),
        ("within 15 working days", ["within 15 working days"], "if these are calendar days"),
        ("within 15 days", [], ""),
        ("within 2 weeks", [], ""),
        ("within ten days", [], ""),
        ("in due course", [], ""),
    ],
)
def test_a_target_is_looser_than_the_standard_of_the_cited_paragraph(target, expected, in_words):
    facts = Facts(
        text=f"Achieve distribution {target}",
        about="Minutes are distributed promptly",
        cited=(Quote("paragraph 34", PARAGRAPH),),
    )
    found = looser.find(facts)
    assert claims(found) == expected
    if found:
        assert in_words in found[0].words
        assert (
            "“within 15 days” does not say whether it means calendar or working" in found[0].words
        )


def test_a_standard_of_another_matter_is_no_standard():
    cited = (Quote("paragraph 2", "Assessments are completed within 10 days"),)
    assert looser.find(Facts(text="Distribute minutes within 1 month", cited=cited)) == []


@pytest.mark.parametrize(
    ("text", "fewest", "most", "is_ambiguous"),
    [
        ("within 24 hours", 1, 1, False),
        ("within two weeks", 14, 14, False),
        ("within 15 days", 15, 21, True),
        ("within 1 day", 1, 3, False),
        ("within 10 working days", 14, 14, False),
        ("within 1 month", 28, 31, False),
    ],
)
def test_a_length_is_as_long_as_its_unit_may_be_read(text, fewest, most, is_ambiguous):
    [found] = lengths(f"It is sent {text} of the meeting")
    assert (found.printed, found.is_ambiguous) == (text, is_ambiguous)
    assert (found.fewest, found.most) == pytest.approx((fewest, most))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"done": True}, ["It is done; no evidence is reported"]),
        ({"reported_done": True}, ["The document says that it is done; no evidence"]),
        ({"done": True, "reported_evidence": True}, ["It is done; the document says that evid"]),
        ({"done": True, "filed": 1}, []),
        ({}, []),
    ],
)
def test_done_without_evidence(facts, words):
    found = unshown.find(Facts(text="A", **facts))
    assert [one.words[: len(start)] for one, start in zip(found, words, strict=True)] == words


def test_each_piece_that_expired_or_contradicts_is_a_claim_of_its_own():
    found = lapsed.find(
        Facts(text="A", expired={"P1-E1": date(2026, 3, 1)}, contradicted=("P1-E2",))
    )
    assert claims(found) == ["P1-E1", "P1-E2"]
    assert found[0].words == "P1-E1 expired on 1 March 2026. What shows it today?"
    assert lapsed.find(Facts(text="A")) == []


@pytest.mark.parametrize(
    ("day", "inspected", "expected"),
    [
        (date(2026, 3, 1), date(2026, 3, 2), ["completion"]),
        (date(2026, 3, 2), date(2026, 3, 2), []),
        (date(2026, 3, 1), None, []),
    ],
)
def test_a_day_before_the_inspection_ended(day, inspected, expected):
    facts = Facts(text="A", days={"completion": day}, inspected=inspected)
    assert claims(too_early.find(facts)) == expected


@pytest.mark.parametrize(
    ("due", "forecasts", "slips"),
    [
        (1, (2, 3), 2),
        (1, (2, 3, 4), 3),
        (None, (2, 3), 0),
        (None, (2, 3, 4), 2),
        (1, (2, 2), 0),
        (1, (2, 3, 2), 0),
        (1, (2,), 0),
        (None, (), 0),
    ],
)
def test_a_forecast_that_slips_twice(due, forecasts, slips):
    day = {None: None} | {number: date(2026, number, 1) for number in range(1, 6)}
    facts = Facts(text="A", due=day[due], forecasts=tuple(day[one] for one in forecasts))
    found = slipping.find(facts)
    assert [f"slipped {slips} times" in one.words for one in found] == ([True] if slips else [])
    assert slipping.find(Facts(text="A", due=day[1], forecasts=(day[2], day[3]), done=True)) == []


def test_the_fingerprint_is_of_the_facts_and_not_of_the_words():
    one, other = (
        slipping.find(Facts(text="A", forecasts=tuple(date(2026, n, 1) for n in range(1, last))))[0]
        for last in (4, 5)
    )
    assert len(one.fingerprint) == 64
    assert one.fingerprint != other.fingerprint


def test_words_are_alike_whatever_their_ending():
    assert (
        stems("Distribution of the minutes")
        == stems("minute distributed")
        == stems("the minutes are circulated")
    )
    assert clauses("One; two but three.\nFour") == ["One", "two", "three", "Four"]


def test_nobody_is_put_more_in_a_week_than_the_council_allows():
    waiting = [(1, 7), (2, 7), (3, 8), (4, 7), (5, None)]
    assert turns.put_now(waiting, {}, 2) == [1, 2, 3, 5]
    assert turns.put_now(waiting, {7: 1, None: 2}, 2) == [1, 3]
    assert turns.monday_of(date(2026, 11, 22)) == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2026, 11, 2), turns.LEAD),
        (date(2026, 11, 16), turns.LEAD),
        (date(2026, 11, 17), turns.DIRECTOR),
        (date(2026, 11, 30), turns.DIRECTOR),
        (date(2026, 12, 1), turns.BOARD),
    ],
)
def test_what_nobody_answers_goes_to_the_director_and_then_to_the_board(day, who):
    assert turns.with_whom(date(2026, 11, 2), day, turns.SHIPPED) == who
