"""What the pages of status rules say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.people.models import Authority, User
from goldenthread.plans import status
from goldenthread.plans.gathering import facts_of, rules_of
from goldenthread.plans.models import Action, Plan, StatusRules
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table, Tag
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.status_rules.forms import LABELS

SHIPPED = "The rules that the product comes with; the council has approved none of its own yet."


@dataclass(frozen=True)
class Council:
    """The rules that hold in a council, since when, and who approved them."""

    authority: Authority
    since: str
    table: Table
    thresholds: Sequence[tuple[str, str]]
    earlier: Sequence[str]
    change_href: str
    proposed: Sequence[tuple[str, str]]


def council_of(authority: Authority, user: User, today: date, *, may_change: bool) -> Council:
    """The rules of a council that the user sees, with the earlier ones."""
    rules = rules_of(authority, today)
    rows = (
        StatusRules.objects.visible_to(user)
        .filter(authority=authority)
        .select_related("by", "approved_by")
    )
    found = list(rows.order_by("-started_on", "-pk"))
    held = [one for one in found if one.approved_at is not None]
    own = next((one for one in held if one.ended_on is None), None)
    href = reverse("status_rules:change", args=[authority.code])
    return Council(
        authority=authority,
        since=_since(own) if own else SHIPPED,
        table=table(rules, f"Status rules of {authority}, first rule that fits"),
        thresholds=thresholds(rules),
        earlier=[_earlier(one) for one in held if one.ended_on is not None],
        proposed=[_proposed(one) for one in found if one.approved_at is None],
        change_href=href if may_change else "",
    )


def page() -> Page:
    return Page(heading="Status rules", crumbs=[Crumb("Library", reverse("library:index"))])


def page_of_change(authority: Authority, heading: str) -> Page:
    crumbs = [*page().crumbs, Crumb("Status rules", reverse("status_rules:index"))]
    return Page(heading=heading, caption=str(authority), crumbs=crumbs)


def table(rules: status.Rules, caption: str) -> Table:
    """The rules in their order: colour, words of the key, and when each fits."""
    columns = (
        Column(heading="Colour"),
        Column(heading="Words of the key"),
        Column(heading="When"),
    )
    rows = [
        [
            Cell(tag=Tag.status(rule.colour, rule.colour)),
            Cell(rule.words),
            Cell("; or ".join(rule.when)),
        ]
        for rule in rules.rules
    ]
    return Table(caption=caption, columns=columns, rows=rows)


def thresholds(rules: status.Rules) -> list[tuple[str, str]]:
    return [(label, str(getattr(rules, name))) for name, label in LABELS.items()]


def changes(before: status.Rules, after: status.Rules) -> list[str]:
    """What a proposal changes, one line each."""
    found = []
    if [one.colour for one in before.rules] != [one.colour for one in after.rules]:
        return ["Colours or their order: the rules are others than before; see the table."]
    for old, new in zip(before.rules, after.rules, strict=True):
        if old.words != new.words:
            found.append(f"{new.colour.capitalize()}, words: “{old.words}” → “{new.words}”")
        if set(old.when) != set(new.when):
            found.append(
                f"{new.colour.capitalize()}, when: {'; or '.join(old.when)} → "
                f"{'; or '.join(new.when)}"
            )
    for name, label in LABELS.items():
        if getattr(before, name) != getattr(after, name):
            found.append(f"{label}: {getattr(before, name)} → {getattr(after, name)}")
    return found


def moved(authority: Authority, user: User, today: date, after: status.Rules) -> list[str]:
    """How many actions would change their colour, from which to which."""
    before = rules_of(authority, today)
    seen = Action.objects.visible_to(user).current()
    rows = seen.filter(plan__authority=authority, plan__state=Plan.State.CURRENT)
    facts = facts_of(rows.select_related("plan__authority"), today).values()
    pairs = [(status.status(one, before).colour, status.status(one, after).colour) for one in facts]
    counted = Counter(pair for pair in pairs if pair[0] != pair[1])
    return [
        f"{words.counted(n, 'action')}: {old} → {new}" for (old, new), n in counted.most_common()
    ]


def _since(rules: StatusRules) -> str:
    since = words.day(rules.started_on)
    return f"Since {since}, approved in: {rules.approved_in}. Proposed by {rules.by}, approved by {rules.approved_by}."


def _proposed(rules: StatusRules) -> tuple[str, str]:
    """A proposal that waits for somebody else, and its page."""
    said = f"Proposed by {rules.by}, {words.day(rules.at)}; approved in: {rules.approved_in}"
    return said, reverse("status_rules:approve", args=[rules.pk])


def _earlier(rules: StatusRules) -> str:
    ended = words.day(rules.ended_on) if rules.ended_on else ""
    return f"{words.day(rules.started_on)} to {ended}, approved in: {rules.approved_in}"
