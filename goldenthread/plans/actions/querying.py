"""Queries: raised by the rules, put to whoever leads, answered."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import Done, record, record_all
from goldenthread.people.models import Authority, Person, User
from goldenthread.people.permissions import require
from goldenthread.plans.actions.own import delivery_of, workable
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import Action, Plan, Query, QuerySettings, Standing
from goldenthread.plans.models.queries import asked_in_words, settings_of
from goldenthread.plans.query_facts import facts_of
from goldenthread.plans.querying import turns
from goldenthread.plans.querying.catalogue import BEFORE_DONE, BY_CODE, RULES, Rule
from goldenthread.plans.querying.facts import Facts, Finding

RAISE = "plans.raise_queries"
SET = "plans.set_rules"
Outcome = Query.Outcome
# What a person chooses from; after these a query does not come back for the same facts.
ANSWERS = (Outcome.CORRECTED, Outcome.EXPLAINED, Outcome.DATA_FAULT, Outcome.NOT_AGREED)
_STANDS = (Outcome.EXPLAINED, Outcome.DATA_FAULT, Outcome.NOT_AGREED)
Found = tuple[Action, Rule, Finding]


class AnswerFirst(NotAllowedNow):
    """A query stands between an action and done; whoever began a transaction has it asked."""


@transaction.atomic
def raise_queries(*, plan: Plan, by: User, day: date) -> list[Query]:
    """Have the rules look at a plan, and put this week's to whoever leads; the new queries.

    Asked twice, they raise none a second time. One that waits and is found no longer goes.

    Raises:
        NotAllowed: `by` is neither the rules nor an improvement officer of the council.
    """
    require(by, RAISE, plan.authority)
    Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    rows = _looked_at(plan)
    found = list(_found(rows, day))
    _let_go(plan, found)
    made = _raised(found, day)
    _put(plan.authority, day)
    return made


@transaction.atomic
def put_queries(*, authority: Authority, by: User, day: date) -> int:
    """Put those that wait to whoever leads, as many as the week still allows; how many.

    Raises:
        NotAllowed: `by` is neither the rules nor an improvement officer of the council.
    """
    require(by, RAISE, authority)
    return _put(authority, day)


@transaction.atomic
def ask_before_done(*, action: Action, by: User) -> list[Query]:
    """Raise what has to be answered before an action is done, and put it at once.

    Raises:
        NotAllowed: `by` neither may update nor stands in the action.
    """
    row = workable(action, by)
    day = timezone.localdate()
    made = _raised(_unanswered(_as_done(row, day)), day)
    waiting = row.querys.open().filter(rule__in=BEFORE_DONE, put_on=None)
    waiting.update(put_on=day, to=lead_of(row, day))
    return made


def stop_at_queries(row: Action, by: User) -> None:
    """Stop where an action cannot be done before a query on it is answered.

    Its words quote other actions: whoever does not see the whole plan is told only who answers.

    Raises:
        AnswerFirst: there is one, asked already or not.
    """
    waiting = [one.asked for one in row.querys.open().filter(rule__in=BEFORE_DONE)]
    found = _unanswered(_as_done(row, timezone.localdate()))
    asked = waiting or [asked_in_words(finding.words, _pairs(finding)) for _, _, finding in found]
    if asked:
        told = "an improvement officer answers it."
        if Query.objects.sees(by, row):
            told = f"{' '.join(asked)} Answer the query first, then say again that it is done."
        raise AnswerFirst(f"{row} stays as it is until a query on it is answered: {told}")


@transaction.atomic
def answer_query(*, query: Query, by: User, outcome: str, answer: str) -> Query:
    """Answer a query: corrected, explained, a fault in the data, or not agreed; always in words.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it is answered already, there are no words, or it is said to be corrected
                       and its rule still finds it.
    """
    row = workable(query.action, by)
    locked = row.querys.visible_to(by).select_for_update(of=("self",)).get(pk=query.pk)
    if locked.outcome:
        raise NotAllowedNow("That query is answered already. Nothing was changed.")
    if outcome not in ANSWERS or not answer.strip():
        raise NotAllowedNow("Choose what became of it, and say why. Nothing was changed.")
    if outcome == Outcome.CORRECTED and _is_found(row, locked):
        raise NotAllowedNow(
            "The rule still finds it. Correct it first, or choose another answer. "
            "Nothing was changed."
        )
    _close(locked, by, outcome, answer.strip())
    after = {"query": locked.pk, "outcome": outcome}
    record(by=by, verb="answered a query", thing=row, after=after, why=answer.strip())
    note_use(row.plan)
    return locked


@transaction.atomic
def set_query_settings(
    *, authority: Authority, by: User, settings: turns.Settings
) -> QuerySettings:
    """Set how many new queries a person gets in a week, and after how many days they go further.

    Raises:
        NotAllowed:    `by` may not set rules in the authority.
        NotAllowedNow: a number is less than one, or the board comes before the director.
    """
    require(by, SET, authority)
    if settings.a_week < 1 or not 0 < settings.director_after < settings.board_after:
        raise NotAllowedNow(
            "Give one query a week or more, and the board more days than the director."
        )
    before = settings_of(authority)
    row, _ = QuerySettings.objects.update_or_create(authority=authority, defaults=vars(settings))
    record(by=by, verb="set how queries are put", thing=row, before=vars(before),
           after=vars(settings))  # fmt: skip
    return row


def _looked_at(plan: Plan) -> list[Action]:
    rows = Action.objects.in_force().filter(plan=plan, same_as=None)
    return list(rows.select_related("plan__authority").order_by("order"))


def _found(rows: Sequence[Action], day: date) -> Iterable[Found]:
    facts = facts_of(rows, day)
    for row in rows:
        yield from _of(row, facts[row.pk], RULES)


def _of(row: Action, facts: Facts, asked: Iterable[Rule]) -> Iterable[Found]:
    for rule in asked:
        for finding in rule.find(facts):
            yield row, rule, finding


def _as_done(row: Action, day: date) -> list[Found]:
    """What the rules would find that look before an action is done."""
    if delivery_of(row).state == "done":
        return []
    facts = facts_of([row], day)[row.pk]
    asked = [rule for rule in RULES if rule.before_done]
    return list(_of(row, replace(facts, done=True), asked))


def _unanswered(found: Iterable[Found]) -> list[Found]:
    """Without those that somebody answered for the same facts."""
    given = list(found)
    rows = Query.objects.filter(action__in={row.pk for row, _, _ in given}, outcome__in=_STANDS)
    answered = set(rows.values_list("action_id", "rule", "facts"))
    return [one for one in given if (one[0].pk, one[1].code, one[2].fingerprint) not in answered]


def _raised(found: Iterable[Found], day: date) -> list[Query]:
    """Raise what is neither open nor answered for the same facts."""
    new = _unanswered(found)
    rows = Query.objects.open().filter(action__in={row.pk for row, _, _ in new})
    there = set(rows.values_list("action_id", "rule", "claim"))
    made = [
        _made(row, rule, finding, day)
        for row, rule, finding in new
        if (row.pk, rule.code, finding.claim) not in there
    ]
    told = [
        Done(verb="raised a query", thing=one.action, after={"rule": one.rule, "query": one.pk})
        for one in made
    ]
    record_all(by=rules(), done=told)
    return made


def _made(row: Action, rule: Rule, finding: Finding, day: date) -> Query:
    return Query.objects.create(
        action=row,
        by=rules(),
        at=timezone.now(),
        rule=rule.code,
        claim=finding.claim,
        words=finding.words,
        quotes=_pairs(finding),
        facts=finding.fingerprint,
        to=lead_of(row, day),
    )


def _pairs(finding: Finding) -> list[list[str]]:
    return [[quote.place, quote.text] for quote in finding.quotes]


def lead_of(row: Action, day: date) -> Person | None:
    """Who leads an action on a day; nobody where nobody does, or where it is an organisation."""
    leads = row.standings.current().filter(rank=Standing.Rank.LEAD, ended_on=None)
    standing = leads.select_related("person", "post", "team", "partner").first()
    return person_of(standing, day).person if standing is not None else None


def _let_go(plan: Plan, found: Collection[Found]) -> None:
    """Close those that nobody was asked yet and that the rules find no longer."""
    stands = {(row.pk, rule.code, finding.claim) for row, rule, finding in found}
    waiting = Query.objects.waiting().filter(action__plan=plan)
    for row in waiting.select_related("action"):
        if (row.action_id, row.rule, row.claim) not in stands:
            _close(row, rules(), Outcome.GONE, "The rule finds it no longer.")


def _close(row: Query, by: User, outcome: str, answer: str) -> None:
    row.outcome, row.answer = outcome, answer
    row.answered_by, row.answered_at = by, timezone.now()
    row.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])


def _is_found(row: Action, query: Query) -> bool:
    """Whether the rule of a query finds its claim on the action as it now stands."""
    day = timezone.localdate()
    rule = BY_CODE[query.rule]
    facts = facts_of([row], day)[row.pk]
    if rule.before_done:
        facts = replace(facts, done=True)
    return query.claim in {finding.claim for finding in rule.find(facts)}


def _put(authority: Authority, day: date) -> int:
    """Put as many as the week still allows; a query goes to whoever leads on that day."""
    Authority.objects.select_for_update().get(pk=authority.pk)
    rows = Query.objects.filter(action__plan__authority=authority)
    this_week = rows.filter(put_on__gte=turns.monday_of(day), put_on__lte=day)
    had: Counter[int | None] = Counter(this_week.values_list("to", flat=True))
    waiting = {row.pk: row for row in rows.waiting().select_related("action__plan")}
    leads = {pk: lead_of(row.action, day) for pk, row in waiting.items()}
    asked = [(pk, lead.pk if lead else None) for pk, lead in leads.items()]
    now = turns.put_now(asked, had, settings_of(authority).a_week)
    for pk in now:
        row = waiting[pk]
        row.to, row.put_on = leads[pk], day
        row.save(update_fields=["to", "put_on"])
    return len(now)
