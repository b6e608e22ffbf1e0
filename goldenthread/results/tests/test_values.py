"""Figures entered by hand: who may, who approves, what is revised, what the database refuses."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.results import actions, triggers
from goldenthread.results.figures import NotAFigure
from goldenthread.results.models import Measure, Value
from goldenthread.results.tests.factories import approved, entered, measure, month


def test_a_measure_has_a_definition_whose_versions_stay(cast):
    row = measure(cast)
    value = approved(cast, row)
    told = {"text": "Visits within five days", "population": "All visits due"}
    again = actions.change_definition(measure=row, why="New rule", by=cast.alice, **told)
    assert (again.version, value.definition.version) == (2, 1)
    assert entered(cast, row, period=month(4)).definition == again
    assert row.definitions.get(version=1).text == "Visits within ten days"
    assert [line.verb for line in history_of(row)] == ["redefined", "defined"]
    with pytest.raises(NotAllowedNow, match="same already"):
        actions.change_definition(measure=row, why="Again", by=cast.alice, **told)
    with pytest.raises(NotAllowedNow, match="why it changes"):
        actions.change_definition(measure=row, why=" ", by=cast.alice, **told)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"code": "visits"}, "the code is taken"),
        ({"code": "X", "population": " "}, "among whom"),
        ({"code": "X", "form": "ratio"}, "from their lists"),
        ({"code": "X", "better": "up"}, "from their lists"),
        ({"code": "X", "every_months": 0}, "from their lists"),
    ],
)
def test_a_measure_says_what_it_is(cast, changes, match):
    measure(cast)
    with pytest.raises(NotAllowedNow, match=match):
        measure(cast, **changes)


def test_s11_what_says_nothing_is_refused_and_the_measure_has_no_value(cast):
    """S11 as far as this room goes: vague words are no values, an entered figure needs its parts."""
    response = measure(cast, code="SAME-DAY", name="Answered on the same day")
    unallocated = measure(cast, code="UNALLOC", form="count", unit="cases", better="lower")
    compliance = measure(cast, code="ASSESS", name="Assessments in standard")
    for row, typed, why in (
        (response, "Approaching 100% same day response", "about how much, not how much"),
        (response, "approaching 100%", "about how much, not how much"),
        (response, "100%", "does not say out of how many"),
        (unallocated, "Low – zero unallocated cases", "is a description, not a figure"),
        (unallocated, "low - zero", "is a description, not a figure"),
        (compliance, "80% or above", "what is to be reached, not what was"),
    ):
        with pytest.raises(NotAFigure, match=why):
            entered(cast, row, typed)
    assert not Value.objects.exists()
    assert Measure.objects.visible_to(cast.bob).count() == 3


def test_a_figure_keeps_words_parts_days_and_definition(cast):
    value = entered(cast, measure(cast), "85.7% (12/14)", known_on=date(2012, 4, 10))
    value.refresh_from_db()
    assert (value.printed, str(value.number)) == ("85.7% (12/14)", "85.7143")
    assert (value.numerator, value.denominator, value.per) == (12, 14, 100)
    assert (value.as_at, value.known_on) == (date(2012, 3, 31), date(2012, 4, 10))
    assert (value.state, value.is_measured) == ("entered", False)
    assert value.exact == 100 * value.exact.__class__(12, 14)
    assert "VISITS, " in str(value)


def test_only_approved_figures_with_both_parts_are_measured(cast):
    share, count = measure(cast), measure(cast, code="CLA", form="count", unit="children")
    waiting = entered(cast, share)
    assert not Value.objects.measured().exists()
    actions.approve_value(value=waiting, by=cast.bob)
    bare = approved(cast, count, "328")
    whole = approved(cast, count, "0 of 56", month(4))
    assert set(Value.objects.measured()) == {waiting, whole}
    assert [one.is_measured for one in (bare, whole)] == [False, True]


def test_a_figure_is_approved_by_somebody_else(cast):
    """Nobody approves an own figure, whatever the roles."""
    people.give_role(
        user=cast.bob, authority=cast.aldermere, role=Role.ANALYST, by=cast.setup,
        started_on=date(2010, 1, 1),
    )  # fmt: skip
    row = measure(cast)
    own = entered(cast, row, by=cast.bob)
    for verb, more in ((actions.approve_value, {}), (actions.return_value, {"why": "x"})):
        with pytest.raises(NotAllowed, match="Somebody else"):
            verb(value=own, by=cast.bob, **more)
    analyst = make_user("Ann Analyst", cast.aldermere, Role.ANALYST)
    assert actions.approve_value(value=own, by=analyst).approved_by == analyst
    assert [line.verb for line in history_of(own)] == ["approved", "entered"]
    with pytest.raises(NotAllowedNow, match="is approved"):
        actions.approve_value(value=own, by=analyst)


def test_a_returned_figure_has_a_reason_and_makes_room(cast):
    row = measure(cast)
    value = entered(cast, row)
    with pytest.raises(NotAllowedNow, match="Say what is wrong"):
        actions.return_value(value=value, why=" ", by=cast.bob)
    actions.return_value(value=value, why="Whose visits?", by=cast.bob)
    assert Value.objects.get().state == "returned"
    assert approved(cast, row).state == "approved"


def test_a_revision_keeps_the_old_figure_which_holds_until_it_is_approved(cast):
    old = approved(cast, measure(cast))
    told = {
        "value": old,
        "typed": "13 of 14",
        "as_at": old.as_at,
        "known_on": date(2012, 5, 1),
        "cause": "late recording",
        "source": "Case system, again",
    }
    new = actions.revise_value(**told, why="One visit was entered late", by=cast.alice)
    assert Value.objects.approved().get() == old
    with pytest.raises(NotAllowedNow, match="waits for approval"):
        actions.revise_value(**told, why="Again", by=cast.alice)
    actions.approve_value(value=new, by=cast.bob)
    old.refresh_from_db()
    assert (old.state, old.printed, old.numerator) == ("revised", "12 of 14", 12)
    assert Value.objects.approved().get() == new
    assert (new.revises, new.cause, new.reason) == (
        old, "late recording", "One visit was entered late"
    )  # fmt: skip
    with pytest.raises(NotAllowedNow, match="nothing to revise"):
        actions.revise_value(**told, why="Again", by=cast.alice)


@pytest.mark.parametrize(("cause", "why"), [("late", "x"), ("provisional", " ")])
def test_a_revision_has_a_cause_and_a_reason(cast, cause, why):
    old = approved(cast, measure(cast))
    with pytest.raises(NotAllowedNow, match="Choose the cause"):
        actions.revise_value(
            value=old, typed="13 of 14", as_at=old.as_at, known_on=old.as_at, cause=cause,
            why=why, source="list", by=cast.alice,
        )  # fmt: skip


def test_a_second_figure_for_the_same_period_is_a_revision(cast):
    row = measure(cast)
    first, second = entered(cast, row), entered(cast, row, "13 of 14")
    actions.approve_value(value=first, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="another figure is approved"):
        actions.approve_value(value=second, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="Revise it and say why"):
        entered(cast, row, "13 of 14")


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"as_at": date(2012, 2, 28)}, "Correct the days"),
        ({"known_on": date(2012, 3, 1)}, "Correct the days"),
        ({"known_on": date(2099, 1, 1)}, "Correct the days"),
        ({"source": " "}, "where the figure comes from"),
    ],
)
def test_days_and_source_of_a_figure_are_sound(cast, changes, match):
    with pytest.raises(NotAllowedNow, match=match):
        entered(cast, measure(cast), **changes)


def test_a_team_manager_enters_and_sees_the_own_team_only(cast):
    north = people.add_team(authority=cast.aldermere, name="North", by=cast.setup)
    south = people.add_team(authority=cast.aldermere, name="South", by=cast.setup)
    manager = make_user("Mia Manager", cast.aldermere, Role.TEAM_MANAGER, team=north)
    row = measure(cast)
    own = entered(cast, row, team=north, by=manager)
    for team in (south, None):
        with pytest.raises(NotAllowed):
            entered(cast, row, team=team, by=manager)
    other, whole = entered(cast, row, team=south), entered(cast, row)
    assert set(Value.objects.visible_to(manager)) == {own, whole}
    assert set(Value.objects.visible_to(cast.bob)) == {own, other, whole}
    with pytest.raises(NotAllowedNow, match="of a team or of a group"):
        entered(cast, row, team=south, group="Nurses")


def test_nothing_crosses_between_authorities(cast):
    row = measure(cast)
    value = entered(cast, row)
    foreign = people.add_team(authority=cast.bramley, name="West", by=cast.setup)
    with pytest.raises(NotAllowedNow, match="crosses between"):
        entered(cast, row, team=foreign)
    with pytest.raises(Measure.DoesNotExist):
        entered(cast, row, by=cast.charlie)
    with pytest.raises(Value.DoesNotExist):
        actions.approve_value(value=value, by=cast.charlie)
    with pytest.raises(NotAllowed):
        measure(cast, by=cast.charlie, code="X")
    assert not Value.objects.visible_to(cast.charlie).exists()


def rows_like(cast, **changes):
    """A row past the verbs, as raw code would write it."""
    row = measure(cast)
    day = date(2012, 3, 31)
    told = {
        "measure": row, "definition": row.definitions.get(), "period_from": day, "period_to": day,
        "as_at": day, "known_on": day, "printed": "12 of 14", "number": "85.7143",
        "numerator": 12, "denominator": 14, "per": 100, "source": "list",
        "entered_by": cast.alice, "entered_at": "2012-04-01T09:00Z",
    }  # fmt: skip
    return Value(**told | changes)


def test_the_database_takes_a_sound_row(cast):
    rows_like(cast).save()
    assert Value.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 86},
        {"number": 100},
        {"denominator": None},
        {"denominator": 0},
        {"numerator": 15, "number": "107.1429"},
        {"per": None, "number": 13},
        {"numerator": -1, "number": "-7.1429"},
        {"state": "approved"},
        {"known_on": date(2012, 3, 1)},
        {"source": ""},
        {"cause": "provisional"},
        {"group": ""} | {"period_to": date(2012, 3, 1)},
    ],
    ids=str,
)
def test_the_database_refuses_a_figure_that_does_not_hold(cast, changes):
    row = rows_like(cast, **changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_database_refuses_approval_by_whoever_entered_it(cast):
    value = entered(cast, measure(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        Value.objects.filter(pk=value.pk).update(
            state="approved", approved_by=value.entered_by, approved_at=value.entered_at
        )


def test_the_database_keeps_figures_as_they_were_entered(cast):
    value = entered(cast, measure(cast))
    for change in ({"numerator": 13}, {"as_at": date(2012, 3, 30)}, {"printed": "x"}):
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            Value.objects.filter(pk=value.pk).update(**change)
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        value.delete()
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        value.measure.definitions.update(text="Something else")
    assert triggers.missing(connection) == set()
