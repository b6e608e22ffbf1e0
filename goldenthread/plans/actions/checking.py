"""Giving a plan to a checker, and accepting and returning the evidence in it."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.permissions import require
from goldenthread.people.roles import Role
from goldenthread.plans import aims, checker_facts, evidence_kinds, gate, tying
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.models import Check, Checker, EvidenceLink, Plan

GIVE, CHECK = "plans.give_to_checker", "plans.check"


@transaction.atomic
def give_to_checker(*, plan: Plan, user: User, by: User) -> Checker:
    """Give a plan to a checker of the authority, from today on.

    Raises:
        NotAllowed:    `by` may not give out plans of the authority.
        NotAllowedNow: the user is no checker there, or has the plan already.
    """
    row = changeable(plan, by, GIVE)
    roles = user.role_holdings.current().filter(authority=row.authority, role=Role.CHECKER)
    if not roles.exists():
        raise NotAllowedNow(f"{user} is no checker of {row.authority}. Give them the role first.")
    if row.checkers.filter(user=user, ended_on=None).exists():
        raise NotAllowedNow(f"{user} checks {row} already. Nothing was changed.")
    given = Checker.objects.create(plan=row, user=user, started_on=timezone.localdate())
    record(by=by, verb="gave to a checker", thing=row, after={"checker": user.pk})
    return given


@transaction.atomic
def take_from_checker(*, checker: Checker, by: User, why: str) -> Checker:
    """Take a plan from a checker: today is the last day that they see it for that reason.

    Raises:
        NotAllowed:    `by` may not give out plans of the authority.
        NotAllowedNow: it is taken already, or there is no reason.
    """
    plan = changeable(checker.plan, by, GIVE)
    row = plan.checkers.select_for_update().get(pk=checker.pk)
    if row.ended_on is not None or not why.strip():
        raise NotAllowedNow("Say why, for a checker who has the plan. Nothing was changed.")
    row.ended_on = timezone.localdate()
    row.save(update_fields=["ended_on"])
    record(by=by, verb="took from a checker", thing=plan, before={"checker": row.user_id}, why=why)
    return row


@transaction.atomic
def accept(
    *, link: EvidenceLink, by: User, how_do_we_know: str, note: str = "", what_next: str = ""
) -> Check:
    """Accept evidence: from now on it counts for its test, until something reopens it.

    Post, service and line to the lead are noted as they are today.

    Raises:
        NotAllowed:    something stands against `by`'s checking it (`gate.objections`).
        NotAllowedNow: it does not say how we know, the evidence is not complete, or its figure
                       does not show the change that the test asks for.
    """
    if not how_do_we_know.strip():
        raise NotAllowedNow("Say how we know. Nothing was changed.")
    row, plan = _checkable(link, by)
    if reason := _why_not_yet(row):
        raise NotAllowedNow(f"{reason} Nothing was changed.")
    words = {"how_do_we_know": how_do_we_know.strip(), "what_next": what_next.strip()}
    return _check(row, plan, by, Check.Outcome.ACCEPTED, note=note.strip(), **words)


@transaction.atomic
def return_(*, link: EvidenceLink, by: User, reason: str) -> Check:
    """Return evidence with a reason; what was accepted before counts no longer.

    Raises:
        NotAllowed:    something stands against `by`'s checking it (`gate.objections`).
        NotAllowedNow: there is no reason.
    """
    if not reason.strip():
        raise NotAllowedNow("Say why it is returned. Nothing was changed.")
    row, plan = _checkable(link, by)
    return _check(row, plan, by, Check.Outcome.RETURNED, note=reason.strip())


def _checkable(link: EvidenceLink, by: User) -> tuple[EvidenceLink, Plan]:
    """The link, locked with its plan, for somebody against whom nothing stands."""
    plan = Plan.objects.select_for_update(of=("self",)).select_related("authority")
    home = plan.get(pk=link.version.evidence.plan_id)
    require(by, CHECK, home.authority)
    if home.state != Plan.State.CURRENT:
        raise NotAllowedNow(f"{home} is {home.get_state_display().lower()}. Nothing was changed.")
    rows = EvidenceLink.objects.select_for_update(of=("self",))
    row = rows.select_related("version__evidence__plan__authority", "version__value", "test").get(
        pk=link.pk
    )
    against = gate.objections(checker_facts.facts(row, by, timezone.localdate()))
    if against:
        raise NotAllowed(" ".join([*(one.words for one in against), "Nothing was changed."]))
    return row, home


def _why_not_yet(link: EvidenceLink) -> str:
    """Why evidence that may be checked cannot be accepted yet; empty where it can."""
    version, test = link.version, link.test
    if reason := evidence_kinds.still_open(version.evidence.kind, version.about):
        return reason
    if link.direction == EvidenceLink.Direction.CONTRADICTS:
        return ""
    if test.links.upheld().exists():
        return "Evidence that contradicts this test was found right, and nobody has withdrawn it."
    figure = evidence_kinds.figure_of(version.about)
    if not test.aim:
        return ""
    if tying.is_tied(test.aim):
        return tying.why_not_shown(test.aim, version.value)
    if figure is None:
        return "The test asks for a change, so its evidence names a figure."
    as_at = evidence_kinds.day_of(figure["as_at"])
    return aims.not_shown(test.aim, number=figure["number"], on=as_at) if as_at else ""


def _check(row: EvidenceLink, plan: Plan, by: User, outcome: str, **words: str) -> Check:
    today = timezone.localdate()
    # The gate let them in, so they are entered as a person here.
    person = by.persons.get(authority=plan.authority)
    post = checker_facts.post_of(person, today)
    made = Check.objects.create(
        link=row,
        outcome=outcome,
        by=by,
        person=person,
        at=timezone.now(),
        day=today,
        post=post.title if post is not None else "",
        service=post.service.name if post is not None and post.service is not None else "",
        line=checker_facts.line_to_lead(person, row.test, today),
        edition=row.test.edition,
        last_link=row.test.links.order_by("-pk")[0],
        **words,
    )
    row.requests.waiting().update(answered_with=made)
    note_use(plan)
    after = {"outcome": outcome, "test": row.test_id, "post": made.post, "line": made.line}
    record(by=by, verb=outcome, thing=row, after=after, why=words.get("note", ""))
    return made
