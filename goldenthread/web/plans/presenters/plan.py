"""The words of a plan's page: its versions, its parts of the page, its confirmations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.papers.catalogue import PAPERS
from goldenthread.plans.models import Item, Plan, Version
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Confirm, Table
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.counts import STATES
from goldenthread.web.plans.presenters.rows import short


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One of the pages of a plan."""

    text: str
    href: str
    is_current: bool


def tabs(plan: Plan, now: str, *, left: int) -> list[Tab]:
    """The pages of a plan; `left` is how many questions are open."""
    names = {
        "plan": "Actions",
        "items": "Items",
        "quality": "Plan quality",
        "settle": f"To settle ({left})",
        "checkers": "Checkers",
        "rounds": "Update rounds",
    }
    return [
        Tab(text=text, href=addresses.of_plan(plan, name), is_current=name == now)
        for name, text in names.items()
    ]


PRINTED = {"action_plan": "Print the plan", "highlight_report": "Highlight report"}


def papers(plan: Plan) -> list[Crumb]:
    """Where the plan is printed: its papers that are asked for most, then all of them."""
    of_it = [plan.authority.code, plan.public_id]
    asked = [
        Crumb(text, reverse("papers:show", args=[*of_it, name]))
        for name, text in PRINTED.items()
        if name in PAPERS
    ]
    return [*asked, Crumb("All papers", reverse("papers:index", args=of_it))]


def version_words(version: Version | None) -> str:
    """Which version counts: 'Version 2, September 2013'."""
    if version is None:
        return ""
    called = version.label or (words.day(version.day) if version.day else "")
    return f"Version {version.number}{f', {called}' if called else ''}"


def round_words(plan: Plan) -> str:
    """What stands beside what, or since when it no longer does."""
    if plan.first_round_closed_on is None:
        return (
            "The first update round is open: what the document reports stands beside what is "
            "worked out here."
        )
    return f"The first update round closed on {words.day(plan.first_round_closed_on)}."


def chips(chosen: Mapping[str, str], address: Callable[..., str]) -> list[Crumb]:
    """The filters in use in words, each with the address without it."""
    found = []
    for name, value in chosen.items():
        label = STATES[value].label if name == "state" and value in STATES else value
        text = {"state": "State", "colour": "Status", "q": "Words"}[name]
        found.append(Crumb(f"{text}: {label.replace('-', ' ')}", address(**{name: ""})))
    return found


def items_table(items: Sequence[Item]) -> Table:
    """The items of a plan with how many recommendations they answer and actions they have."""
    columns = (
        Column(heading="Item"),
        Column(heading="What it says"),
        Column(heading="Recommendations", numeric=True),
        Column(heading="Actions", numeric=True),
    )
    rows = [
        [
            Cell(
                f"{item.number or item.public_id}",
                href=addresses.of_item(item),
                note=item.public_id if item.number else "",
            ),
            Cell(short(item.text), note=str(item.part or "")),
            Cell(words.number(item.answers_count)),  # type: ignore[attr-defined]
            Cell(words.number(item.actions_count)),  # type: ignore[attr-defined]
        ]
        for item in items
    ]
    return Table(caption="Items", columns=columns, rows=rows, caption_is_hidden=True)


def closing(plan: Plan) -> Confirm:
    """The question before the first round closes."""
    return Confirm(
        text="From then on only what is worked out here is shown. What the document reported "
        "stays with the plan’s versions and in the history.",
        undo="This cannot be undone.",
        yes="Close the first update round",
        cancel_href=addresses.of_plan(plan),
    )
