"""A council after years of work: 5,000 actions, half of them in one plan, and 200,000 updates.

Skewed as real ones are: most actions have a few updates, some hundreds; some words stand in
every second update, others in a handful.
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

ACTIONS, UPDATES, EVIDENCE, RECOMMENDATIONS = 5_000, 200_000, 2_500, 500
BATCH = 5_000
FIRST_DAY = date(2020, 1, 6)
# The n-th word comes about 1/n as often as the first.
WORDS = (
    "progress team plan review children action update meeting agreed visits staff audit service "
    "training practice record manager supervision partners school health board data quality "
    "conference minutes threshold assessment referral family carers placement permanence "
    "chronology template policy guidance capacity recruitment caseload consultation feedback "
    "survey workshop protocol escalation advocacy pathway housing therapy"
)
RARE = "kestrel"
SYLLABLES = "ba den fo gri hul jam kor lin mos nar pel qui ros sut tav wex yor zim"


@dataclass(frozen=True)
class Made:
    """The council's people, its plans (the first holds half), and a lead of one small plan."""

    cast: Any
    plans: list[Any]
    lead: Any


def sentence(luck: random.Random, words: list[str], weights: list[float]) -> str:
    """Eight to thirty words, the common ones often."""
    chosen = luck.choices(words, weights, k=luck.randint(8, 30))
    return f"{' '.join(chosen).capitalize()}."


def make() -> Made:
    """Fill an empty, migrated database; about a minute. The same each time."""
    from goldenthread.people.tests.factories import make_cast

    luck, cast = random.Random(200_000), make_cast()  # noqa: S311 - no secret
    words = [*WORDS.split(), *("".join(luck.choices(SYLLABLES.split(), k=3)) for _ in range(4_000))]
    weights = [1 / (n + 1) for n in range(len(words))]

    def said() -> str:
        return sentence(luck, words, weights)

    _recommendations(cast, said)
    plans = [_plan(cast, n, count, said) for n, count in enumerate(_shares())]
    actions = [action for plan in plans for action in plan.actions.order_by("pk")]
    _updates(cast, actions, luck, said)
    _evidence(cast, actions, luck, said)
    return Made(cast, plans, _lead(cast, plans[-1]))


def _shares() -> list[int]:
    """How many actions each plan holds: half, a quarter, and so on down to a small one."""
    left, shares = ACTIONS, []
    while left > 40:
        shares.append(left // 2)
        left -= left // 2
    return [*shares, left]


def _plan(cast: Any, n: int, count: int, said: Any) -> Any:
    from goldenthread.plans import actions
    from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, TestDraft

    items = tuple(ItemDraft(number=str(k + 1), text=said()) for k in range(max(1, count // 10)))
    rows = tuple(
        ActionDraft(
            items=(k % len(items),),
            text=said(),
            tests=(TestDraft(text=said(), kind="done"),) if k % 4 else (),
        )
        for k in range(count)
    )
    draft = PlanDraft(title=f"Improvement plan {n + 1}", items=items, actions=rows)
    return actions.record_plan(authority=cast.aldermere, by=cast.alice, upload=None, plan=draft)


def _recommendations(cast: Any, said: Any) -> None:
    from goldenthread.inspections.models import Recommendation
    from goldenthread.inspections.tests.factories import recorded

    report = recorded(cast)
    first = Recommendation.objects.filter(inspection=report).count()
    Recommendation.objects.bulk_create(
        Recommendation(inspection=report, order=1_000 + n, text=said(), kind="recommendation")
        for n in range(RECOMMENDATIONS - first)
    )


def _updates(cast: Any, actions: list[Any], luck: random.Random, said: Any) -> None:
    from goldenthread.plans.models import Update

    chosen = luck.choices(actions, [luck.paretovariate(1.2) for _ in actions], k=UPDATES)
    start = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    rows = [
        Update(
            action=action,
            text=f"{said()} {RARE}" if n % 20_000 == 77 else said(),
            said_on=FIRST_DAY + timedelta(days=n // 100),
            said_precision="day",
            by=cast.alice,
            at=start + timedelta(minutes=14 * n),
        )
        for n, action in enumerate(chosen)
    ]
    Update.objects.bulk_create(rows, batch_size=BATCH)


def _evidence(cast: Any, actions: list[Any], luck: random.Random, said: Any) -> None:
    from goldenthread.plans.models import Evidence, EvidenceLink, EvidenceVersion, Test

    tests = list(Test.objects.filter(action__in=luck.sample(actions, 3_400))[:EVIDENCE])
    now = datetime(2026, 3, 16, 9, tzinfo=UTC)
    rows = [
        Evidence(
            plan_id=test.action.plan_id, public_id=f"{test.action.public_id}-E{n}",
            kind="minute", title=said()[:200], marking="restricted" if n % 10 == 0 else "internal",
        )
        for n, test in enumerate(tests)
    ]  # fmt: skip
    Evidence.objects.bulk_create(rows, batch_size=BATCH)
    versions = [
        EvidenceVersion(
            evidence=row, number=1, extract=said(), sha256="0" * 64, filed_by=cast.alice,
            filed_at=now,
        )
        for row in rows
    ]  # fmt: skip
    EvidenceVersion.objects.bulk_create(versions, batch_size=BATCH)
    EvidenceLink.objects.bulk_create(
        [
            EvidenceLink(
                version=version, test=test, shows=said(), linked_by=cast.alice, linked_at=now
            )
            for version, test in zip(versions, tests, strict=True)
        ],
        batch_size=BATCH,
    )


def _lead(cast: Any, plan: Any) -> Any:
    from goldenthread.people.roles import Role
    from goldenthread.people.tests.factories import make_user
    from goldenthread.plans.models import Standing

    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    Standing.objects.create(
        action=plan.actions.order_by("pk").first(), rank="lead", person=lena.persons.get()
    )
    return lena
