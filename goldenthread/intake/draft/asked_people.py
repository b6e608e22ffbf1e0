"""Questions about people: no lead, several leads, and whom a printed name means."""

from collections.abc import Iterator, Sequence
from typing import Any

from goldenthread.documents.plans import vocabulary
from goldenthread.intake.draft.bodies import KnownBody, like
from goldenthread.intake.draft.bodies import called as bodies_called
from goldenthread.intake.draft.form import Draft, Row, accepted
from goldenthread.intake.draft.paths import joined
from goldenthread.intake.draft.people import LETTERS, PERSON, PROPOSED, UNKNOWN, Naming, match_leads
from goldenthread.intake.draft.question import Question, called, place_of
from goldenthread.people.names import Known

_MOST_NAMED = 4
_POSTS_LISTED = """
manager director head officer chair lead coordinator co-ordinator executive reviewer ad dcs
principal administrator commissioner
"""
_POSTS = frozenset(_POSTS_LISTED.split())


def questions(
    draft: Draft, known: Sequence[Known], bodies: Sequence[KnownBody] = ()
) -> Iterator[Question]:
    """First who leads each action, then whom the names mean."""
    if _has_leads(draft):
        for before, action in _beside(accepted(draft, "actions")):
            yield from _of_action(action, before)
    for naming in match_leads(draft, known):
        yield from _of_name(naming, known, bodies)


def _has_leads(draft: Draft) -> bool:
    """Whether the plan has a column of leads at all, or somebody named one."""
    columns = {one.get("column") for one in draft.get("headings") or ()}
    leads = any(action.get("leads") for action in accepted(draft, "actions"))
    return leads or vocabulary.LEADS in columns


def _beside(actions: Sequence[Row]) -> Iterator[tuple[Row | None, Row]]:
    """Each action with the nearest one above it, of the same items, that has a lead."""
    for number, action in enumerate(actions):
        before = actions[number - 1] if number else None
        same = before is not None and before.get("item_ids") == action.get("item_ids")
        above = [a for a in actions[:number] if a.get("item_ids") == action.get("item_ids")]
        led = next((a for a in reversed(above) if a.get("leads")), None)
        yield (led if same else None), action


def _of_action(action: Row, before: Row | None) -> Iterator[Question]:
    leads = action.get("leads") or []
    if not leads and not action.get("same_as"):
        yield _no_lead(action, before)
    if len(leads) > 1 and action.get("accountable") not in leads:
        yield _accountable(action, leads)


def _no_lead(action: Row, before: Row | None) -> Question:
    names = list(before["leads"]) if before else None
    ask = f"Carry down “{' and '.join(names)}” from the row above?" if names else "Who leads?"
    return Question(
        kind="no lead",
        where=f"actions/{action['id']}/leads",
        words=f"{called(action)} has no lead. {ask}",
        suggestion=names,
        key=f"no lead:{action['id']}",
        rows=(action["id"],),
        place=place_of(action, "leads"),
    )


def _accountable(action: Row, leads: list[str]) -> Question:
    return Question(
        kind="accountable",
        where=f"actions/{action['id']}/accountable",
        words=f"{called(action)} names {' and '.join(leads)} as leads. Who is accountable?",
        suggestion=leads[0],
        key=f"accountable:{action['id']}",
        rows=(action["id"],),
        place=place_of(action, "leads"),
    )


def _of_name(
    naming: Naming, known: Sequence[Known], bodies: Sequence[KnownBody]
) -> Iterator[Question]:
    exact = bodies_called(naming.printed, bodies)
    if naming.state not in (PROPOSED, UNKNOWN) or len(exact) == 1:
        return
    about_bodies = _of_bodies(naming, exact or like(naming.printed, bodies))
    kind, words, suggestion = about_bodies or _asked(naming, {one.id: one.name for one in known})
    yield Question(
        kind=kind,
        where=joined("named", naming.printed),
        words=words,
        suggestion=suggestion,
        key=f"name:{naming.printed}",
        rows=naming.rows,
    )


def _of_bodies(naming: Naming, found: Sequence[KnownBody]) -> tuple[str, str, Any] | None:
    """Whether a name that is nobody's is a post, team or partner that is known already."""
    if not found or naming.state != UNKNOWN or naming.what == LETTERS:
        return None
    others = " or ".join(one.shown for one in found[:_MOST_NAMED])
    words = f"“{naming.printed}” ({_rows(len(naming.rows))}): is this {others}?"
    return "person", words, {found[0].kind: found[0].id} if len(found) == 1 else None


def _asked(naming: Naming, known: dict[int, str]) -> tuple[str, str, Any]:
    """The kind of a question about a name, its words and what is suggested."""
    name, rows = naming.printed, _rows(len(naming.rows))
    if naming.what == LETTERS:
        return _of_letters(naming, rows)
    if naming.person is not None:
        other = known[naming.person]
        words = f"“{name}” ({rows}): is this {other}? {naming.reason}."
        return "person", words, {"person": naming.person}
    if naming.candidates:
        others = " or ".join(known[one.id] for one in naming.candidates[:_MOST_NAMED])
        return "person", f"“{name}” ({rows}): is this {others}?", None
    if naming.like:
        words = f"Are “{name}” ({rows}) and “{naming.like}” the same person?"
        return "same person", words, {"same_as": naming.like}
    what = _what(naming)
    words = f"“{name}” ({rows}) is not known here. Shall a new {what} of this name be entered?"
    return "new person", words, {"new": name, "as": what}


def _what(naming: Naming) -> str:
    """What to enter a name as: a person, else a post by its last word, else a team."""
    if naming.what == PERSON:
        return "person"
    return "post" if naming.printed.casefold().split()[-1] in _POSTS else "team"


def _of_letters(naming: Naming, rows: str) -> tuple[str, str, Any]:
    having = naming.initials_of
    words = f"Whose initials are “{naming.printed}” ({rows})?"
    if len(having) > 1:
        others = " and ".join([", ".join(having[:-1]), having[-1]])
        return "initials", f"{words} {others} have them.", None
    words = f"{words} Only {having[0]} has them."
    suggestion: dict[str, Any] = {"same_as": naming.like}
    if naming.person is not None:
        suggestion = {"person": naming.person}
    return "initials", words, suggestion


def _rows(count: int) -> str:
    return "1 action" if count == 1 else f"{count} actions"
