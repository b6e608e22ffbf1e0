"""Random edits, splits, joins and refusals: the counts hold, and no word of the source is lost."""

import copy
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.intake.draft.answering import answered
from goldenthread.intake.draft.as_plan import Told, plan_of
from goldenthread.intake.draft.editing import as_read, set_value
from goldenthread.intake.draft.form import accepted, draft_of, origins, proposal_of, rows_of
from goldenthread.intake.draft.proof import proof
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.draft.rows import accept, add, join, refuse, split
from goldenthread.intake.draft.tests.made import action, item, plan
from goldenthread.people.names import Known
from goldenthread.plans import checks

TEXTS = ("Audit files and\nagree notes", "Train staff", "Set up the hub with partners", "Audit")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["edit", "split", "join", "refuse", "accept", "add"]),
        st.sampled_from(["actions", "items"]),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(TEXTS),
    ),
    max_size=25,
)


def step(draft, move):
    """One move of a person; one that no row is there for leaves the draft as it is."""
    verb, kind, first, second, text = move
    rows = accepted(draft, kind)
    refused = [row for row in rows_of(draft, kind) if row["state"] == "refused"]
    if verb == "add":
        return add(draft, kind, {"text": text})
    if verb == "accept" and refused:
        return accept(draft, refused[first % len(refused)]["id"])
    if verb == "accept" or not rows:
        return draft
    row, other = rows[first % len(rows)], rows[second % len(rows)]
    if verb == "edit":
        return set_value(draft, f"{kind}/{row['id']}/text", text)[0]
    if verb == "refuse":
        return refuse(draft, row["id"], "no row of the plan")
    if verb == "join":
        same = row["id"] == other["id"] or row["plan"] != other["plan"]
        return draft if same else join(draft, [row["id"], other["id"]])
    words = row["text"].split()
    cut = 1 + second % max(len(words) - 1, 1)
    if len(words) < 2:
        return draft
    return split(draft, row["id"], [" ".join(words[:cut]), " ".join(words[cut:])])


@given(
    texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6),
    moves=STEPS,
)
@settings(max_examples=150, deadline=None)
def test_counts_hold_and_the_source_is_always_reachable(texts, moves):
    items = [item(str(n), text) for n, text in enumerate(texts, start=1)]
    actions = [
        action(text, items=[str(n)], leads=["Ann Dale"]) for n, text in enumerate(texts, start=1)
    ]
    start = draft_of(plan(actions, items))
    draft = start
    for move in moves:
        before = copy.deepcopy(draft)
        after = step(draft, move)
        assert draft == before
        draft = after
    assert all(one.agrees for one in proof(draft)), proof(draft)
    for kind in ("actions", "items"):
        read = {row["id"]: as_read(row, "text") for row in rows_of(draft, kind)}
        assert all(read[row["id"]] == row["text"] for row in rows_of(start, kind))
        reached = [one["id"] for row in rows_of(draft, kind) for one in ends(draft, kind, row)]
        assert {row["id"] for row in rows_of(start, kind)} <= set(reached)
    known = {row["id"] for row in rows_of(draft, "items")}
    assert all(set(row["item_ids"]) <= known for row in accepted(draft, "actions"))
    assert len(proposal_of(draft)["actions"]) == len(accepted(draft, "actions"))


def ends(draft, kind, row):
    """The first rows of a row that would be recorded or stands refused."""
    leaf = row["state"] in ("accepted", "refused")
    return origins(draft, row) if leaf else []


NAMES = st.lists(
    st.sampled_from(["Ann Dale", "A Dale", "Bo Reed", "BR", "SGU/SGS", "Head of Service"]),
    max_size=2,
    unique=True,
)
ROWS = st.lists(
    st.builds(
        action,
        st.sampled_from([*TEXTS, "See 9 above", "Agree how notes go\nMeet to watch them"]),
        items=st.sampled_from([["1"], ["2"], ["1", "2"], ["7"]]),
        leads=NAMES,
        delegates=NAMES,
        timescale=st.sampled_from([None, "03/12", "Sept 2012", "TBC", "Immed", "3 months"]),
        test=st.sampled_from([None, "Minute of board\nSurvey", "Minutes showing fewer delays"]),
        ref=st.sampled_from([None, "i)", "ii)"]),
    ),
    min_size=1,
    max_size=6,
)


@given(rows=ROWS, timescales=st.tuples(*[st.sampled_from([None, "immediately", "TBC"])] * 2))
@settings(max_examples=150, deadline=None)
def test_every_suggestion_is_an_answer_and_settles_its_question(rows, timescales):
    known = [Known(1, "Ann Dale"), Known(2, "Bo Reed")]
    days = (date(2012, 4, 30), date(2012, 5, 11))
    items = [item(str(n), "Visits", timescale=one) for n, one in enumerate(timescales, start=1)]
    draft = draft_of(plan(rows, items))
    first = questions_of(draft, known, days)
    assert len({one.key for one in first}) == len(first)
    for question in first:
        if question.suggestion is not None and question.kind != "split":
            draft = answered(draft, question, question.suggestion)
            assert question.key not in {one.key for one in questions_of(draft, known, days)}
    left = questions_of(draft, known, days)
    made = plan_of(draft, Told(left=left))
    assert checks.problems(made) == []
    assert len(made.to_settle) == len(left)
    assert all(one.agrees for one in proof(draft))
