"""What SQL says of rungs, colours and marks is what the pure functions say of the facts."""

import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import gathering, marks, rungs, status
from goldenthread.plans.models import (
    Action,
    Check,
    Checker,
    Deadline,
    DeadlineMove,
    Delivery,
    Evidence,
    EvidenceLink,
    EvidenceVersion,
    Impact,
    JudgedStatus,
    MeasureLink,
    PracticePeriod,
    StatusRules,
    Test,
    Update,
)
from goldenthread.plans.models.impact import UNMEASURED
from goldenthread.plans.tests.factories import recorded
from goldenthread.results.models import Measure
from goldenthread.results.tests import factories as results_factories

DAY = date(2026, 3, 16)
FAR = timedelta(days=90)


def day_near(luck):
    return DAY + timedelta(days=luck.randint(-90, 90))


def checker_of(cast):
    known = User.objects.filter(name="Carl Cross").first()
    return known or make_user("Carl Cross", cast.aldermere, Role.CHECKER)


def scatter(plan, cast, luck):
    """Random facts about every action of a plan, as raw rows: no verb is asked."""
    actions = list(plan.actions.all())
    Checker.objects.create(plan=plan, user=checker_of(cast), started_on=DAY - FAR)
    for action in actions:
        if luck.random() < 0.8:
            deliver(action, actions, luck)
        for _ in range(luck.randint(0, 2)):
            move(action, cast, luck)
        with_tests(plan, action, cast, luck)
        periods(action, cast, luck)
        said(action, cast, luck)
        if luck.random() < 0.3:
            colour = luck.choice(["red", "amber", "green"])
            raised = luck.choice(["", "", "red", "amber", "grey"])
            JudgedStatus.objects.create(
                action=action, by=cast.bob, at=timezone.now(), colour=colour,
                raised_from=raised, reason="Seen.",
            )  # fmt: skip
    for row in Deadline.objects.all():
        if luck.random() < 0.7:
            Deadline.objects.filter(pk=row.pk).update(due=luck.choice([None, day_near(luck)]))


def deliver(action, actions, luck):
    state = luck.choice(list(Delivery.State))
    row = Delivery(action=action, state=state, why="Because.", blocked_on="Health")
    row.chase_on, row.way_forward = DAY, luck.choice(["", "A way.", " "])
    if state == "done":
        row.completed_on, row.completed_precision = day_near(luck), "day"
    elif luck.random() < 0.5:
        row.starts_on = day_near(luck)
    if state in rungs.REPLACED:
        row.replaced_by = luck.choice([one for one in actions if one != action])
    row.save()


def move(action, cast, luck):
    item = luck.choice([None, *action.items.all()])
    kind, state = luck.choice(
        [("forecast", "said"), ("agreed", "asked"), ("agreed", "approved"), ("agreed", "refused")]
    )
    decided = state in ("approved", "refused")
    DeadlineMove.objects.create(
        action=action, item=item, kind=kind, state=state, to=day_near(luck), cause="demand",
        asked_by=cast.alice, asked_at=timezone.now(),
        decided_by=cast.bob if decided else None, decided_at=timezone.now() if decided else None,
    )  # fmt: skip


def with_tests(plan, action, cast, luck):
    for number in range(2, 2 + luck.randint(0, 3)):
        test = Test.objects.create(
            action=action, number=number + 10, text="A test", kind=luck.choice(list(Test.Kind)),
            quantity=luck.choice([None, None, 2]),
        )  # fmt: skip
        for _ in range(luck.choice([0, 1, 1, 2])):
            file(plan, test, cast, luck)


def file(plan, test, cast, luck):
    now = timezone.now()
    evidence = Evidence.objects.create(
        plan=plan, public_id=f"E{Evidence.objects.count()}", kind="document", title="A paper"
    )
    version = EvidenceVersion.objects.create(
        evidence=evidence, number=1, sha256="0" * 64, filed_by=cast.alice, filed_at=now,
        expires_on=luck.choice([None, None, day_near(luck)]),
    )  # fmt: skip
    link = EvidenceLink.objects.create(
        version=version, test=test, shows="It.", quantity=luck.choice([None, 1, 2]),
        linked_by=cast.alice, linked_at=now,
    )  # fmt: skip
    if luck.random() < 0.8:
        carl = checker_of(cast)
        Check.objects.create(
            link=link, outcome="accepted" if luck.random() < 0.9 else "returned", note="So.",
            how_do_we_know="Seen.", by=carl, person=carl.persons.get(), at=now, day=DAY - FAR,
            edition=test.edition, last_link=link,
        )  # fmt: skip


def periods(action, cast, luck):
    first = date(2025, 6, 1)
    for _ in range(luck.randint(0, 9)):
        first += timedelta(days=luck.choice([0, 0, 0, 0, 5]))
        after = first + timedelta(days=30)
        PracticePeriod.objects.create(
            action=action, by=cast.alice, at=timezone.now(), first_day=first, ends_before=after,
            in_standard=luck.random() < 0.85, standard="9 of 10",
        )  # fmt: skip
        first = after


def said(action, cast, luck):
    for _ in range(luck.randint(0, 2)):
        day = luck.choice([None, day_near(luck)])
        Update.objects.create(
            action=action, text="News.", by=cast.alice, said_on=day,
            said_precision="day" if day else "unknown",
            at=datetime(2026, luck.randint(1, 3), 1, 23, 30, tzinfo=ZoneInfo("UTC")),
        )  # fmt: skip
    for _ in range(luck.randint(0, 2)):
        impact(action, cast, luck)


def impact(action, cast, luck):
    state = luck.choice(list(Impact.State))
    row = {
        "action": action,
        "by": cast.alice,
        "at": timezone.now(),
        "until": DAY,
        "words": "Signs.",
    }
    if state in UNMEASURED:
        Impact.objects.create(**row, state=state)
        return
    before, now = figures(cast, luck)
    if luck.random() < 0.8:
        MeasureLink.objects.get_or_create(
            measure=now.measure, expected=luck.choice(["rise", "fall"]), linked_by=cast.alice,
            linked_at=timezone.now(), kind=luck.choice(["impact", "impact", "progress"]),
            **luck.choice([{"action": action}, {"item": action.served.first().item}]),
        )  # fmt: skip
    target = results_factories.level(cast, now.measure)
    Impact.objects.create(
        **row, state=state, value=now, baseline=before, target=target, number=now.number,
        numerator=now.numerator, denominator=now.denominator, per=now.per, as_at=now.as_at,
    )  # fmt: skip


def figures(cast, luck):
    """Two figures of a measure of their own; each may be approved or not."""
    measure = results_factories.measure(cast, code=f"M{Measure.objects.count()}")
    made = []
    for month in (1, 2):
        typed, part = f"{luck.choice([4, 5])} of 10", results_factories.month(month)
        enter = results_factories.approved if luck.random() < 0.85 else results_factories.entered
        made.append(enter(cast, measure, typed, part))
    return made


def compared(day):
    """Of each action, what SQL says and what the pure functions say."""
    rows = list(Action.objects.with_standing(day))
    facts = gathering.facts_of(rows, day)
    for row in rows:
        one = facts[row.pk]
        rules = gathering.rules_of(row.authority, day)
        shown = status.status(one, rules)
        in_sql = {
            "delivered": row.delivered, "due": row.due_on, "forecast": row.forecast_on,
            "late": row.is_late, "rung": row.rung, "worked_out": row.worked_out,
            "colour": row.colour, "silent": row.is_silent, "local": row.has_local_date,
            "impact": row.impact_holds, "waiting": row.waiting_since, "tested": row.is_tested, "only_done": row.only_done,
        }  # fmt: skip
        pure = {
            "delivered": one.delivery, "due": one.due, "forecast": one.forecast,
            "late": status.is_late(one), "rung": rungs.rung(one.standing).number,
            "worked_out": shown.worked_out, "colour": shown.colour,
            "silent": marks.is_silent(one, rules), "local": one.local_date,
            "impact": one.standing.measured, "waiting": one.waiting_since, "tested": bool(one.standing.tests),
            "only_done": marks.is_only_done(one),
        }  # fmt: skip
        yield in_sql, pure


@pytest.mark.parametrize("seed", range(12))
def test_sql_and_the_pure_functions_say_the_same_of_random_facts(cast, seed):
    luck = random.Random(seed)
    for _ in range(3):
        scatter(recorded(cast), cast, luck)
    if seed % 2:
        content = status.content_of(status.SHIPPED) | {"slip_days": 20, "periods": 2}
        StatusRules.objects.create(
            authority=cast.aldermere, started_on=date(2026, 1, 1), content=content,
            approved_in="Board", by=cast.bob, at=timezone.now(),
        )  # fmt: skip
    for in_sql, pure in compared(DAY):
        assert in_sql == pure


def test_the_random_facts_reach_every_rung_and_every_colour(cast):
    luck = random.Random(1)
    for _ in range(25):
        scatter(recorded(cast), cast, luck)
    said_in_sql = [in_sql for in_sql, _ in compared(DAY)]
    assert {one["rung"] for one in said_in_sql} >= {None, 0, 1, 2, 3}
    assert {one["colour"] for one in said_in_sql} >= {"grey", "red", "amber", "green", "none"}
