"""What the pages of queries and challenges say."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.people.models import Authority
from goldenthread.plans.forecasting import FEWEST_PEOPLE, TurnedOut
from goldenthread.plans.lateness import Steps, in_words
from goldenthread.plans.models import Challenge, Query, ToldLate
from goldenthread.plans.querying import turns
from goldenthread.plans.querying.catalogue import BY_CODE, RULES
from goldenthread.thread.asked import Gathered, Yield, asked_on
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Empty, Table
from goldenthread.web.pages import Crumb

OPEN, WAITING, ANSWERED = "open", "waiting", "answered"
LABELS = {OPEN: "to answer", WAITING: "wait for another week", ANSWERED: "answered"}
LIBRARY = Crumb("Library", "/library/")
EMPTY = Empty(
    heading="Nothing is asked",
    text="The rules look at each plan after it was worked on, and once a day. What they ask about "
    "an action stands here and in its lead’s My work.",
)
NONE = "Not on an action that answers a recommendation"


@dataclass(frozen=True)
class Given:
    """What the address asks for: the state, the rule, and which form is open."""

    state: str
    rule: str
    opened: str

    @classmethod
    def of(cls, query: Mapping[str, str], opened: str) -> Self:
        state, rule = query.get("state", ""), query.get("rule", "")
        return cls(state if state in LABELS else OPEN, rule if rule in BY_CODE else "", opened)

    def fitting(self, rows: Iterable[Query]) -> list[Query]:
        """The queries in that state and of that rule, and the one whose form is open."""
        return [
            row
            for row in rows
            if str(row.pk) == self.opened
            or (state_of(row) == self.state and self.rule in ("", row.rule))
        ]

    def address(self, authority: Authority, **more: str) -> str:
        """The list as it is filtered, with something else."""
        said = {"council": authority.code, "state": self.state, "rule": self.rule, **more}
        return f"?{urlencode({name: value for name, value in said.items() if value})}"


def state_of(row: Query) -> str:
    """OPEN, WAITING or ANSWERED."""
    if row.outcome:
        return ANSWERED
    return OPEN if row.put_on else WAITING


@dataclass(frozen=True, kw_only=True)
class Line:
    """A query in the list."""

    pk: int
    label: str
    href: str
    rule: str
    text: str
    quotes: Sequence[Sequence[str]]
    state: str
    open_href: str
    send_href: str
    close_href: str
    is_open: bool


class QueriesPage:
    """Queries by recommendation, then the challenges that nobody has answered."""

    heading = "Queries and challenges"
    crumbs = (LIBRARY,)

    def __init__(
        self,
        authority: Authority,
        rows: Sequence[Query],
        groups: Sequence[Gathered],
        challenges: Sequence[Challenge],
        *,
        given: Given,
        mine: Collection[int],
    ) -> None:
        self.caption = str(authority)
        self._authority, self._given, self._mine = authority, given, mine
        self.counts = [
            Count(
                number=sum(state_of(row) == state for row in rows),
                label=label,
                href=given.address(authority, state=state),
                tone="amber" if state == OPEN else "",
                is_current=given.state == state,
            )
            for state, label in LABELS.items()
        ]
        self.rules = [("All rules", given.address(authority, rule=""), not given.rule)]
        self.rules += [
            (rule.name, given.address(authority, rule=rule.code), given.rule == rule.code)
            for rule in RULES
        ]
        self.groups = [
            (_title(group), [self._line(row) for row in group.queries]) for group in groups
        ]
        self.challenges = [_challenge(row) for row in challenges]
        self.empty = None if rows or challenges else EMPTY
        council = urlencode({"council": authority.code})
        self.weekly_href = f"{reverse('queries:weekly')}?{council}"
        self.rules_href = f"{reverse('queries:rules')}?{council}"

    def _line(self, row: Query) -> Line:
        given, may = self._given, row.action_id in self._mine and not row.outcome
        back = given.address(self._authority)
        return Line(
            pk=row.pk,
            label=row.action.public_id,
            href=action_href(row),
            rule=row.get_rule_display(),
            text=row.words,
            quotes=row.quotes,
            state=_state(row),
            open_href=given.address(self._authority, open=str(row.pk)) if may else "",
            send_href=f"{reverse('queries:answer', args=[row.pk])}{back}",
            close_href=back,
            is_open=may and given.opened == str(row.pk),
        )


class WeeklyPage:
    """What nobody answered in time."""

    heading = "Unanswered: the weekly list"

    def __init__(
        self,
        authority: Authority,
        found: Mapping[str, Sequence[Query | Challenge]],
        settings: turns.Settings,
        day: date,
        *,
        late: Sequence[ToldLate],
        steps: Steps,
    ) -> None:
        self.caption = str(authority)
        self.crumbs = (LIBRARY, Crumb("Queries and challenges", reverse("queries:index")))
        self.sentence = (
            f"As at {words.day(day)}. A query or challenge that is not answered within "
            f"{settings.director_after} working days goes to the director, after "
            f"{settings.board_after} to the board."
        )
        self.lists = [
            ("For the board", _unanswered("For the board", found[turns.BOARD])),
            ("For the director", _unanswered("For the director", found[turns.DIRECTOR])),
            ("Late actions, for the director", _late(late)),
        ]
        self.lateness = in_words(list(steps))
        self.lateness_href = _of_council("queries:lateness", authority)


class LatenessPage:
    """Who is told that an action is late."""

    heading = "When an action is late"

    def __init__(self, authority: Authority, steps: Steps) -> None:
        self.caption, self.steps = str(authority), steps
        weekly = _of_council("queries:weekly", authority)
        self.crumbs = (LIBRARY, Crumb("Unanswered: the weekly list", weekly))
        self.sentence = in_words(list(steps))
        self.href = _of_council("queries:lateness", authority)


class RulesPage:
    """The rules with their yield, and how forecasts turned out."""

    heading = "Rules of queries"

    def __init__(
        self,
        authority: Authority,
        found: Mapping[str, Yield],
        forecasts: Sequence[tuple[str, Sequence[TurnedOut], int]],
        settings: turns.Settings,
    ) -> None:
        self.caption = str(authority)
        self.crumbs = (LIBRARY, Crumb("Queries and challenges", reverse("queries:index")))
        self.table = _yields(found)
        self.settings = (
            f"A person is put {words.counted(settings.a_week, 'new query', 'new queries')} a week "
            f"at most. What is not answered goes to the director’s weekly list after "
            f"{settings.director_after} working days, and to the board’s list after "
            f"{settings.board_after}."
        )
        self.forecasts = [
            (_forecasts(name, rows), _hidden(name, number))
            for name, rows, number in forecasts
            if rows or number
        ]
        self.href = f"{reverse('queries:rules')}?{urlencode({'council': authority.code})}"


def action_href(row: Query | Challenge | ToldLate) -> str:
    """The page of the action that it is about."""
    plan = row.action.plan
    return reverse("actions:show", args=[plan.authority.code, row.action.public_id])


def _title(group: Gathered) -> str:
    return NONE if group.recommendation is None else group.recommendation.text


def _state(row: Query) -> str:
    if row.outcome:
        return f"{row.get_outcome_display()}, said {row.answered_by}: {row.answer}"
    if row.put_on is None:
        return f"Waits for another week of {row.to or 'whoever comes to lead it'}."
    return f"Put to {row.to or 'nobody yet'} on {words.day(row.put_on)}."


def _challenge(row: Challenge) -> tuple[str, str, str, str]:
    said = f"{row.by} asked on {words.day(row.at)}; it is with {row.to or 'nobody yet'}."
    return row.action.public_id, action_href(row), row.text, said


def _unanswered(caption: str, rows: Sequence[Query | Challenge]) -> Table | None:
    """One line each, the longest wait first; None where there is nothing."""
    if not rows:
        return None
    return Table(
        caption=caption,
        columns=[Column(heading=name) for name in ("Action", "What is asked", "With", "Since")],
        rows=[
            [
                Cell(row.action.public_id, href=action_href(row)),
                Cell(_asks(row), note=_kind(row)),
                Cell(str(row.to or "nobody: it has no lead")),
                Cell(words.day(asked_on(row))),
            ]
            for row in sorted(rows, key=asked_on)
        ],
        caption_is_hidden=True,
    )


def _late(rows: Sequence[ToldLate]) -> Table | None:
    """One line an action, the longest late first; None where there is nothing."""
    if not rows:
        return None
    return Table(
        caption="Late actions",
        columns=[Column(heading=name) for name in ("Action", "Late since", "On the list since")],
        rows=[
            [
                Cell(row.action.public_id, href=action_href(row), note=row.action.text),
                Cell(words.day(row.late_since)),
                Cell(words.day(row.at)),
            ]
            for row in rows
        ],
        caption_is_hidden=True,
    )


def _of_council(name: str, authority: Authority) -> str:
    return f"{reverse(name)}?{urlencode({'council': authority.code})}"


def _asks(row: Query | Challenge) -> str:
    return row.asked if isinstance(row, Query) else row.text


def _kind(row: Query | Challenge) -> str:
    return row.get_rule_display() if isinstance(row, Query) else f"challenge by {row.by}"


def _yields(found: Mapping[str, Yield]) -> Table:
    names = [one for one in Query.Outcome if one != Query.Outcome.GONE]
    return Table(
        caption="What became of the queries of each rule",
        columns=[
            Column(heading="Rule"),
            Column(heading="Changed something"),
            *(Column(heading=one, numeric=True) for one in ("To answer", "Waiting")),
            *(Column(heading=one.label, numeric=True) for one in names),
        ],
        rows=[_row(rule.name, found.get(rule.code) or Yield.nothing(rule.code)) for rule in RULES],
    )


def _row(name: str, one: Yield) -> list[Cell]:
    names = [outcome for outcome in Query.Outcome if outcome != Query.Outcome.GONE]
    changed = f"{one.changed} of {one.answered} answered" if one.answered else "none answered yet"
    numbers = [one.open, one.waiting, *(one.outcomes.get(outcome, 0) for outcome in names)]
    return [Cell(name), Cell(changed), *(Cell(words.number(number)) for number in numbers)]


def _forecasts(name: str, rows: Sequence[TurnedOut]) -> Table | None:
    if not rows:
        return None
    return Table(
        caption=f"{name}: whether actions were done by their last forecast",
        columns=[
            Column(heading=name.removeprefix("By ").capitalize()),
            Column(heading="Done by then", numeric=True),
            Column(heading="Done later", numeric=True),
        ],
        rows=[
            [Cell(row.group), Cell(words.number(row.by_then)), Cell(words.number(row.later))]
            for row in rows
        ],
    )


def _hidden(name: str, number: int) -> str:
    if not number:
        return ""
    return (
        f"{name}: {words.counted(number, 'group')} of fewer than {FEWEST_PEOPLE} people not shown: "
        "figures about a person are nobody else’s."
    )
