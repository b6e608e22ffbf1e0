"""What the thread says: each step with its links in words, and the first missing step on top."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.inspections.models import Recommendation
from goldenthread.people.models import User
from goldenthread.plans.models import Action, Item
from goldenthread.thread import links
from goldenthread.web.components import Tag
from goldenthread.web.navigation import address_of
from goldenthread.web.pages import Crumb
from goldenthread.web.thread.filling import form_of, page_of, ways_of
from goldenthread.web.ways import Ways, way_to

TAGS: Mapping[str, str] = {
    links.CHECKED: "govuk-tag--green",
    links.REPORTED: "govuk-tag--orange",
    links.MISSING: "govuk-tag--red",
    links.NOT_NEEDED: "govuk-tag--grey",
}
KEY: Mapping[str, str] = {
    links.CHECKED: "somebody has recorded or accepted it; the words say who and when",
    links.REPORTED: "said, and not checked here",
    links.MISSING: "nothing is there yet",
    links.NOT_NEEDED: "nothing is asked for",
}
# By step: what stands there when a step above has nothing to hang it on.
NOTHING_YET: Mapping[str, str] = {
    "paragraph": "No recommendation is linked, so no paragraph is known.",
    "recommendation": "No recommendation is linked.",
    "item": "No item answers it yet.",
    "action": "There is no action yet.",
    "test": "No action has a test yet.",
    "evidence": "No test has evidence yet.",
    "measure": "No action is there whose impact could be measured.",
    "minute": "No action is there that a forum could have had before it.",
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A link of the chain as it stands on the page, `of` the action that it hangs on.

    `label` is what the page of the thing is called, at `href`. `fill` is what to do, at
    `fill_href`; without an address it is only said.
    """

    tag: Tag
    words: str
    of: str
    text: str
    label: str
    href: str
    fill: str
    fill_href: str
    is_first: bool


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step with its links; `nothing` says why there are none."""

    name: str
    state: str
    tag: Tag
    counted: str
    shown: tuple[Shown, ...]
    nothing: str

    @property
    def classes(self) -> str:
        return f"gt-thread__step gt-thread__step--{self.state.replace(' ', '-')}"


@dataclass(frozen=True, kw_only=True)
class First:
    """The first missing step: which it is, why, and the way to fill it."""

    heading: str
    words: str
    button: str
    href: str


class ThreadPage:
    """The chain of a thing, top to bottom; a recommendation opens with its four sentences."""

    sentences: tuple[tuple[str, str], ...] = ()

    def __init__(
        self, thing: Recommendation | Item | Action, chain: links.Chain, *, by: User
    ) -> None:
        ways = ways_of((link for step in chain.steps for link in step.links), by)
        self.heading = f"Thread of {_called(thing)}"
        self.caption = _place(thing)
        self.crumbs = _crumbs(thing)
        self.text = thing.text
        self.is_whole = chain.whole
        first = chain.first_missing_step
        self.first = _first(first, chain, ways) if first else None
        self.words = chain.words
        self.steps = [_step(step, chain, first, ways) for step in chain.steps]
        self.files = _files(thing)
        self.key = [(Tag(state, TAGS[state]), said) for state, said in KEY.items()]


def _files(thing: Recommendation | Item | Action) -> list[tuple[str, str]]:
    """The forms in which it can be taken away, with their addresses."""
    kind = type(thing).__name__.lower()
    forms = (("PDF", "pdf"), ("Word", "docx"), ("Excel", "xlsx"), ("Web page", "html"))
    return [(label, way_to("thread:paper", kind, thing.pk, form)) for label, form in forms]


def _first(link: links.Link, chain: links.Chain, ways: Ways) -> First:
    action = chain.action_of(link)
    return First(
        heading=f"First missing step: {link.step} ({action})"
        if action
        else f"First missing step: {link.step}",
        words=link.words,
        button=link.fills,
        href=form_of(link, ways),
    )


def _step(step: links.Step, chain: links.Chain, first: links.Link | None, ways: Ways) -> Step:
    state = step.state if step.links else links.MISSING
    return Step(
        name=step.name.capitalize(),
        state=state,
        tag=Tag(state, TAGS[state]),
        counted=_counted(step),
        shown=tuple(
            _shown(link, chain.action_of(link), ways, is_first=link is first) for link in step.links
        ),
        nothing="" if step.links else NOTHING_YET[step.name],
    )


def _counted(step: links.Step) -> str:
    """'5 of 7 checked', where there are several."""
    wanted = [link for link in step.links if link.state != links.NOT_NEEDED]
    if len(wanted) < 2:
        return ""
    checked = sum(1 for link in wanted if link.state == links.CHECKED)
    return f"{checked} of {len(wanted)} checked"


def _shown(link: links.Link, action: str, ways: Ways, *, is_first: bool) -> Shown:
    return Shown(
        tag=Tag(link.state, TAGS[link.state]),
        words=link.words,
        of="" if link.words.startswith(action) else action,
        text=link.text,
        label=link.label,
        href=page_of(link, ways),
        fill=link.fills if link.is_open else "",
        fill_href=form_of(link, ways) if link.is_open else "",
        is_first=is_first,
    )


def _called(thing: Recommendation | Item | Action) -> str:
    if isinstance(thing, Recommendation):
        return f"recommendation {thing.number}".strip()
    return thing.public_id


def _place(thing: Recommendation | Item | Action) -> str:
    if isinstance(thing, Recommendation):
        return str(thing.inspection)
    return str(thing.plan)


def _crumbs(thing: Recommendation | Item | Action) -> list[Crumb]:
    """The way down to the thing itself, over those pages that are there."""
    if isinstance(thing, Recommendation):
        way = [
            ("Inspections", address_of("inspections")),
            (str(thing.inspection), way_to("inspections:show", thing.inspection_id)),
        ]
    else:
        plan, code = thing.plan, thing.authority.code
        page = "actions:show" if isinstance(thing, Action) else "plans:item"
        own = way_to(page, code, thing.public_id)
        way = [
            ("Plans", address_of("plans")),
            (str(plan), way_to("plans:plan", code, plan.public_id)),
            (thing.public_id, own),
        ]
    return [Crumb(text, href) for text, href in way if href]
