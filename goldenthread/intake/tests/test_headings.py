"""Headings that no synonym knows: matched by hand once, known in the council's next file."""

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.intake import actions
from goldenthread.intake.models import HeadingMemory, Import
from goldenthread.intake.tests.factories import plan_file
from goldenthread.people.history import history_of

OWN_WORDS = (
    ("Zone", "Concern", "Undertaking", "Champion", "Finish line"),
    ("1", "See children alone", "Write the guide", "Asha Verity", "30/09/2013"),
    ("2", "Visit in time", "Sample files", "Bram Okonjo", "31/10/2013"),
)
MAPPING = {
    "Zone": "number",
    "Concern": "item",
    "Undertaking": "text",
    "Champion": "leads",
    "FINISH LINE": "local_timescale",
}
NEXT_YEAR = (
    OWN_WORDS[0],
    ("1", "Plan well", "Train reviewers", "Asha Verity", "30/09/2014"),
    ("2", "Listen", "Ask children", "Bram Okonjo", "31/10/2014"),
)


@pytest.fixture
def unknown(desk):
    return desk.plan(OWN_WORDS)


def name(desk, import_, mapping=MAPPING, **more):
    return actions.name_headings(import_=import_, mapping=mapping, by=desk.cast.alice, **more)


def test_a_plan_with_headings_of_its_own_is_read_once_they_are_matched_by_hand(desk, unknown):
    assert unknown.state == "not_recognised"
    plan = desk.work(name(desk, unknown))
    assert (plan.state, plan.kind) == ("proposed", "plan")
    first = plan.draft["actions"][0]
    assert (first["text"], first["leads"]) == ("Write the guide", ["Asha Verity"])
    assert first["local_timescale"] == "30/09/2013"
    assert [item["text"] for item in plan.draft["items"]] == ["See children alone", "Visit in time"]


def test_the_next_file_of_the_authority_is_known_without_asking(desk, unknown):
    desk.work(name(desk, unknown))
    plan = desk.read("next year.docx", plan_file(NEXT_YEAR))
    assert (plan.state, plan.is_called_a_plan) == ("proposed", False)
    assert plan.draft["actions"][1]["text"] == "Ask children"
    assert not plan.questions.filter(kind="heading").exists()


def test_another_authority_remembers_nothing_of_it(desk, unknown):
    desk.work(name(desk, unknown))
    cast = desk.cast
    [theirs] = actions.upload_files(
        authority=cast.bramley, files=[("plan.docx", plan_file(NEXT_YEAR))], by=cast.charlie
    )
    assert desk.work(theirs).state == "not_recognised"
    assert not HeadingMemory.objects.visible_to(cast.charlie).exists()


def test_a_later_choice_replaces_an_earlier_one(desk, unknown):
    plan = desk.work(name(desk, unknown))
    desk.work(name(desk, plan, {"champion": "delegates"}))
    [memory] = HeadingMemory.objects.filter(folded="champion")
    assert (memory.field, memory.by) == ("delegates", desk.cast.alice)
    assert HeadingMemory.objects.count() == 5


def test_a_proposal_that_was_edited_is_not_read_again_over_the_edits(desk, unknown):
    plan = desk.work(name(desk, unknown))
    edit = actions.edit(
        import_=plan, path="actions/a1/text", value="Mine", by=desk.cast.alice, revision=0
    )
    with pytest.raises(NotAllowedNow, match="Undo the edits first"):
        name(desk, plan, {"Champion": "delegates"})
    actions.undo_edit(edit=edit, by=desk.cast.alice)
    plan = desk.work(name(desk, plan, {"Champion": "delegates"}))
    assert plan.draft["actions"][0]["delegates"] == ["Asha Verity"]


def test_reading_again_asks_no_question_twice(desk, unknown):
    plan = desk.work(name(desk, unknown))
    before = list(plan.questions.values_list("key", flat=True))
    plan = desk.work(name(desk, plan, {"Zone": "number"}))
    assert list(plan.questions.values_list("key", flat=True)) == before


@pytest.mark.parametrize(
    "mapping", [{}, {"Champion": "boss"}, {" – ": "leads"}, {"x" * 201: "leads"}]
)
def test_what_is_no_heading_or_no_column_is_refused(desk, unknown, mapping):
    with pytest.raises(NotAllowedNow):
        name(desk, unknown, mapping)
    unknown.refresh_from_db()
    assert unknown.state == "not_recognised"
    assert not HeadingMemory.objects.exists()


def test_only_an_improvement_officer_of_the_authority_matches_headings(desk, unknown):
    with pytest.raises(NotAllowed):
        actions.name_headings(import_=unknown, mapping=MAPPING, by=desk.cast.bob)
    with pytest.raises(Import.DoesNotExist):
        actions.name_headings(import_=unknown, mapping=MAPPING, by=desk.cast.charlie)


def test_the_command_line_matches_and_reads_at_once(desk, unknown):
    plan = name(desk, unknown, queue=False)
    plan = actions.read_now(import_=plan, by=desk.cast.alice)
    assert plan.state == "proposed"
    assert "matched headings" in [entry.verb for entry in history_of(plan)]
