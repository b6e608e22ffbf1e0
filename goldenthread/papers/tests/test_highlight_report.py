"""What the highlight report tells in each section, of whom, and what it says is missing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers.document import Bullets, Grid, Note
from goldenthread.papers.highlight_report.layout import NOTHING_SAID, NOTHING_SHOWN
from goldenthread.papers.highlight_report.overall import NOT_TYPED
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.tests.highlight import DAY, TODAY, paper, rows, said, sections
from goldenthread.people import actions as people
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.actions import Figures, Forecast, Step
from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft, StandingDraft, TestDraft
from goldenthread.plans.models import Action
from goldenthread.plans.tests import evidence_factories, factories
from goldenthread.results.tests import factories as results

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]


@pytest.fixture
def world(cast):
    return evidence_factories.make_world(cast)


@pytest.fixture
def head(world):
    """Lena holds a post."""
    post = people.add_post(
        authority=world.cast.aldermere, title="Head of Practice", by=world.cast.setup
    )
    lena = evidence_factories.person(world.lena)
    people.take_post(post=post, person=lena, by=world.cast.setup, started_on=None)
    return post


def done(world, completed_on=TODAY, **more):
    """The action is done, and its evidence accepted."""
    evidence_factories.accept(world, evidence_factories.file(world, **more))
    actions.complete(action=world.action, by=world.lena, completed_on=completed_on)


def test_a_plan_of_which_nothing_is_known_says_so_in_every_section(cast):
    plan = factories.recorded(cast, PlanDraft(title="Empty plan"))
    document = paper(plan, cast.alice)
    assert document.missing == (NOT_TYPED, NOTHING_SHOWN, NOTHING_SAID)
    assert list(sections(document)) == [
        "The director's overall view",
        "Where the plan stands",
        "What has improved and how we know",
        "What children, families and staff say",
        "What has changed",
        "Late",
        "What slips, and why",
        "What did not work or was replaced",
        "Waiting for evidence or for a check",
        "Needs a decision",
        "What comes next",
    ]
    assert not [block for block in document.blocks if isinstance(block, Grid)]
    assert said(document, "Late") == ["Nothing is late."]
    assert said(document, "Where the plan stands")[0].startswith("0 actions; 0 reported done")
    assert (document.title, document.authority, document.as_at) == (
        "Empty plan",
        "Aldermere",
        TODAY,
    )


def test_the_counts_stand_with_the_status_of_every_action_and_its_key(world):
    document = paper(world.plan, world.cast.alice)
    stands = sections(document)["Where the plan stands"]
    counts, key = [block for block in stands if isinstance(block, Bullets)]
    assert [point[0].text for point in counts.points] == ["green: 1"]
    assert [point[0].text for point in key.points] == ["grey", "red", "amber", "blue", "green"]
    assert "1 action; 0 reported done, 0 checked here" in said(document, "Where the plan stands")[0]
    assert "0 done, 0 practice, 0 difference" in said(document, "Where the plan stands")[1]


def test_what_is_checked_has_improved_with_its_evidence_and_never_what_is_only_done(world, head):
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    assert NOTHING_SHOWN in paper(world.plan, world.cast.alice).missing
    evidence_factories.accept(world, evidence_factories.file(world))
    document = paper(world.plan, world.cast.alice)
    assert NOTHING_SHOWN not in document.missing
    [row] = rows(document, "What has improved and how we know")
    assert (row["Id"], row["Led by"]) == ("P1-A1", "Head of Practice")
    assert row["How far"] == "Rung 3: evidence checked"
    assert (
        "The template (document), for a test of the kind done: It is there."
        in (row["Evidence that was checked"])
    )
    assert (
        "16 March 2026 by a checker whose post is not recorded: I read it."
        in (row["Evidence that was checked"])
    )
    assert row["Figures"] == "No figure is recorded."


def test_a_figure_is_printed_with_what_it_is_of_and_its_day(world):
    about = {"figure": {"number": 70, "numerator": 14, "denominator": 20, "as_at": "2026-02-28"}}
    done(world, kind="measure value", about=about)
    [row] = rows(paper(world.plan, world.cast.alice), "What has improved and how we know")
    assert row["Figures"] == "The template: 70 (14 of 20), as at 28 February 2026"


@pytest.mark.parametrize(("number", "numerator"), [(15, 3), (90, 18)], ids=["few", "few left"])
def test_a_figure_that_tells_of_few_is_not_printed(world, number, numerator):
    figure = {"number": number, "numerator": numerator, "denominator": 20}
    about = {"figure": figure | {"as_at": "2026-02-28"}}
    done(world, kind="measure value", about=about)
    [row] = rows(paper(world.plan, world.cast.alice), "What has improved and how we know")
    assert row["Figures"] == "The template: not printed, as it tells of 1 to 5"


def improved(world):
    """Lena says that it improved, on two approved figures."""
    cast, measure = world.cast, results.measure(world.cast)
    actions.link_measure(
        of=world.action, measure=measure, kind="impact", expected="rise", by=cast.alice
    )
    before, now = (
        results.approved(cast, measure, typed, results.month(month, 2025))
        for typed, month in (("10 of 20", 10), ("14 of 20", 11))
    )
    figures = Figures(now, before)
    state = "measured: improved"
    actions.set_impact(action=world.action, by=world.lena, state=state, figures=figures)


def test_the_figure_of_an_impact_is_printed_with_how_it_went(world):
    done(world, completed_on=date(2025, 9, 1))
    improved(world)
    [row] = rows(paper(world.plan, world.cast.alice), "What has improved and how we know")
    assert "70% (14 of 20), as at" in row["Figures"]
    assert row["Figures"].endswith("(measured: improved)")


def test_the_figure_of_an_impact_that_does_not_hold_is_not_printed(world):
    improved(world)
    done(world)
    [row] = rows(paper(world.plan, world.cast.alice), "What has improved and how we know")
    assert row["Figures"] == "No figure is recorded."


def test_words_of_children_are_printed_once_they_are_accepted(world):
    about = {"whose": "Children at their reviews", "words": "They listen.", "said_on": "2026-03-02"}
    link = evidence_factories.file(world, kind="words of children, families or staff", about=about)
    assert NOTHING_SAID in paper(world.plan, world.cast.alice).missing
    evidence_factories.accept(world, link)
    document = paper(world.plan, world.cast.alice)
    assert NOTHING_SAID not in document.missing
    [_, points] = sections(document)["What children, families and staff say"]
    assert points.points[0][0].text == "Children at their reviews, 2 March 2026: “They listen”"


def test_small_counts_of_a_survey_of_children_are_hidden(world):
    answers = [
        {"question": "Are you heard?", "answer": answer, "number": number}
        for answer, number in (("Yes", 20), ("No", 2), ("Sometimes", 8))
    ]
    about = {"instrument": "Our survey", "wave": "2026", "asked": 40, "answered": 30}
    kind = {"kind": "survey of children", "about": about | {"answers": answers}}
    evidence_factories.accept(world, evidence_factories.file(world, **kind))
    [_, points] = sections(paper(world.plan, world.cast.alice))[
        "What children, families and staff say"
    ]
    assert [point[0].text for point in points.points] == [
        "Our survey, 2026: 30 of 40 answered",
        "Are you heard? Yes: 20",
        "Are you heard? No: 1 to 5, not shown",
        "Are you heard? Sometimes: not shown",
    ]


def test_few_who_did_not_answer_are_not_told_either(world):
    answers = [{"question": "Are you heard?", "answer": "Yes", "number": 30}]
    about = {"instrument": "Our survey", "wave": "2026", "asked": 32, "answered": 30}
    kind = {"kind": "survey of children", "about": about | {"answers": answers}}
    evidence_factories.accept(world, evidence_factories.file(world, **kind))
    [_, points] = sections(paper(world.plan, world.cast.alice))[
        "What children, families and staff say"
    ]
    assert points.points[0][0].text == "Our survey, 2026: not shown of 32 answered"


def test_evidence_of_an_action_that_left_the_plan_is_not_told(world):
    about = {"whose": "Children at their reviews", "words": "They listen.", "said_on": "2026-03-02"}
    link = evidence_factories.file(world, kind="words of children, families or staff", about=about)
    evidence_factories.accept(world, link)
    Action.objects.filter(pk=world.action.pk).update(dropped_in=world.plan.current_version)
    assert NOTHING_SAID in paper(world.plan, world.cast.alice).missing


def test_what_was_superseded_is_counted_without_a_colour(cast):
    plan = factories.recorded(cast)
    old, new = plan.actions.filter(same_as=None).order_by("order")[:2]
    actions.set_delivery(
        action=old,
        state="superseded",
        by=cast.alice,
        step=Step(why="Another came.", replaced_by=new),
    )
    document = paper(plan, cast.alice)
    [counts, _] = [b for b in sections(document)["Where the plan stands"] if isinstance(b, Bullets)]
    told = [point[0].text for point in counts.points]
    assert "no status, as superseded or ineffective: 1" in told
    assert "1 superseded or ineffective still counts until what took its place" in str(document)


def test_what_took_its_place_checked_the_superseded_is_in_no_count_but_one(world):
    old = actions.add_action(
        plan=world.plan,
        items=list(world.plan.items.all()),
        text="By letter",
        by=world.cast.alice,
        why="The board",
    )
    step = Step(why="Another came.", replaced_by=world.action)
    actions.set_delivery(action=old, state="superseded", by=world.cast.alice, step=step)
    done(world, title="The template")
    document = paper(world.plan, world.cast.alice)
    assert "1 action; 1 reported done, 1 checked here" in str(document)
    assert "1 no longer counts, as what took its place is checked" in str(document)
    assert "no status, as superseded or ineffective" not in str(document)


def test_restricted_evidence_is_counted_and_not_printed(world):
    done(world, title="A secret", marking="restricted")
    document = paper(world.plan, world.carl)
    assert "A secret" not in str(document)
    notes = [block.text for block in document.blocks if isinstance(block, Note)]
    assert "Restricted evidence that was accepted and is not printed here: 1." in notes


def test_updates_of_the_last_35_days_are_told_by_post_and_older_ones_not(world, head, fixed_clock):
    for days, words in ((36, "Too old"), (35, "Just in time"), (1, "Half of the teams\nuse it")):
        actions.add_update(
            action=world.action, by=world.lena, text=words, said_on=TODAY - days * DAY
        )
    document = paper(world.plan, world.cast.alice)
    assert [(row["What"], row["By"]) for row in rows(document, "What has changed")] == [
        ("Half of the teams use it", "Head of Practice"),
        ("Just in time", "Head of Practice"),
    ]
    assert "Lena" not in str(document)


def test_whoever_has_no_post_is_not_named(world):
    actions.add_update(action=world.action, by=world.dan, text="We use it")
    document = paper(world.plan, world.cast.alice)
    [row] = rows(document, "What has changed")
    assert row["By"] == "no post known"
    assert "Dan" not in str(document)
    assert "Lena" not in str(document)


def test_no_change_is_counted_and_fills_no_row(world):
    actions.no_change(action=world.action, by=world.lena)
    document = paper(world.plan, world.cast.alice)
    assert rows(document, "What has changed") == []
    assert said(document, "What has changed")[-1] == (
        "Of 1 action it was said that nothing has changed."
    )


def test_what_is_late_stands_with_its_deadline_and_its_forecast(world, fixed_clock):
    actions.set_local_deadline(action=world.action, due=TODAY + 5 * DAY, by=world.cast.alice)
    forecast = Forecast(day=TODAY + 20 * DAY, cause="capacity", reason="Two posts are empty")
    actions.add_update(action=world.action, by=world.lena, text="It slips", forecast=forecast)
    assert rows(paper(world.plan, world.cast.alice), "Late") == []
    fixed_clock.move_to("2026-03-22 09:30Z")
    document = paper(world.plan, world.cast.alice, date(2026, 3, 22))
    [row] = rows(document, "Late")
    assert (row["Deadline"], row["Forecast"]) == ("21 March 2026", "5 April 2026")
    assert row["Status"] == "red"
    assert rows(document, "What comes next") == []


@pytest.mark.parametrize(("days", "number"), [(0, 1), (60, 1), (61, 0)])
def test_what_is_due_within_60_days_comes_next(world, days, number):
    actions.set_local_deadline(action=world.action, due=TODAY + days * DAY, by=world.cast.alice)
    assert len(rows(paper(world.plan, world.cast.alice), "What comes next")) == number


def test_what_is_done_waits_for_evidence_and_then_for_its_check(world):
    title = "Waiting for evidence or for a check"
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY - 9 * DAY)
    [row] = rows(paper(world.plan, world.cast.alice), title)
    assert row["It waits for"] == "accepted evidence for 1 of 1 tests of the kind done"
    assert row["Since"] == "7 March 2026"
    link = evidence_factories.file(world)
    actions.ask_for_check(link=link, by=world.lena)
    [row] = rows(paper(world.plan, world.cast.alice), title)
    assert (row["It waits for"], row["Since"]) == ("a check of its evidence", "16 March 2026")
    evidence_factories.accept(world, link)
    assert rows(paper(world.plan, world.cast.alice), title) == []


def decisions(world):
    found = rows(paper(world.plan, world.cast.alice), "Needs a decision")
    return [row["What is to be decided"] for row in found]


def test_what_is_blocked_needs_a_decision(world):
    step = Step(why="No licence", blocked_on="The supplier", chase_on=TODAY + 7 * DAY)
    actions.set_delivery(action=world.action, state="blocked", by=world.lena, step=step)
    assert decisions(world) == [
        "It is blocked on The supplier: No licence. Way forward: none is named."
    ]


def test_a_way_forward_that_ends_with_a_full_stop_is_printed_with_one(world):
    chase = TODAY + 7 * DAY
    step = Step(why="No", blocked_on="The bank", chase_on=chase, way_forward="The board decides.")
    actions.set_delivery(action=world.action, state="blocked", by=world.lena, step=step)
    assert decisions(world)[0].endswith("Way forward: The board decides.")


def test_what_is_to_be_agreed_needs_a_decision(cast):
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Visits"),),
        actions=(ActionDraft(items=(0,), text="To be agreed"),),
    )
    plan = factories.recorded(cast, draft)
    actions.set_delivery(action=plan.actions.get(), state="to be agreed", by=cast.alice)
    [row] = rows(paper(plan, cast.alice), "Needs a decision")
    assert row["What is to be decided"] == "It is to be agreed."


def test_more_time_and_a_changed_test_that_are_asked_for_need_a_decision(world):
    actions.set_local_deadline(action=world.action, due=TODAY + 5 * DAY, by=world.cast.alice)
    to = Forecast(day=TODAY + 20 * DAY, cause="capacity", reason="Two posts are empty")
    actions.ask_extension(action=world.action, by=world.lena, to=to)
    evidence_factories.file(world)
    actions.ask_reopening(test=world.test, by=world.lena, why="It is too narrow", text="A copy")
    assert decisions(world) == [
        (
            "More time is asked for: until 5 April 2026 instead of 21 March 2026 (capacity): "
            "Two posts are empty."
        ),
        "The test “Copy of the template” is to be changed: It is too narrow.",
    ]


def test_a_partner_reads_of_its_own_actions_alone_and_the_report_says_so(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    ours = StandingDraft(printed="The hospital", partner=hospital)
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Visits"), ItemDraft(number="2", text="Not theirs")),
        actions=(
            ActionDraft(items=(0,), text="Send a nurse", standings=(ours,)),
            ActionDraft(items=(1,), text="Somebody else's"),
        ),
    )
    plan = factories.recorded(cast, draft)
    for action in plan.actions.all():
        actions.set_local_deadline(action=action, due=TODAY + DAY, by=cast.alice)
        actions.add_update(action=action, by=cast.alice, text=f"News of {action.text}")
    document = paper(plan, nurse)
    [row] = rows(document, "What comes next")
    assert (row["Action"], row["Led by"]) == ("Send a nurse", "The hospital")
    assert [row["What"] for row in rows(document, "What has changed")] == ["News of Send a nurse"]
    assert "Somebody else's" not in str(document)
    assert "Not theirs" not in str(document)
    assert "only a part of the plan" in str(document)
    assert len(rows(paper(plan, cast.alice), "What comes next")) == 2
    theirs, other = plan.actions.order_by("order")
    step = Step(why="It did not work.", replaced_by=other)
    actions.set_delivery(action=theirs, state="ineffective", by=cast.alice, step=step)
    title = "What did not work or was replaced"
    [row] = rows(paper(plan, nurse), title)
    assert (row["Why"], row["Now"]) == ("It did not work.", "not seen here")
    assert rows(paper(plan, cast.alice), title)[0]["Now"] == "P1-A2 Somebody else's"


def test_nobody_prints_a_report_on_a_plan_they_do_not_see_or_of_a_day_to_come(world):
    with pytest.raises(NotAllowed, match="does not see this plan"):
        paper(world.plan, world.cast.charlie)
    with pytest.raises(NotAllowedNow, match="is to come"):
        paper(world.plan, world.cast.alice, TODAY + DAY)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_report_can_be_made(world, form):
    done(world)
    actions.add_update(action=world.action, by=world.lena, text="It is in use")
    begins = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "html": b"<"}
    made = FORMS[form].render(paper(world.plan, world.cast.alice))
    assert made.lstrip().startswith(begins[form])


def test_a_longer_plan_costs_no_more_queries(cast):
    carl = make_user("Carl Cross", cast.aldermere, Role.CHECKER)

    def shown(action):
        text = f"The text of {action}"
        evidence = actions.file_evidence(
            action=action, tests=list(action.tests.all()), title="The template", by=cast.alice,
            kind="document", shows="It is there", extract=text,
        )  # fmt: skip
        link = evidence.versions.get().links.get()
        actions.accept(link=link, by=carl, how_do_we_know="I read it")

    def costs(number):
        acts = tuple(
            ActionDraft(items=(n,), text=f"Act {n}", tests=(TestDraft(text="A copy", kind="done"),))
            for n in range(number)
        )
        items = tuple(ItemDraft(number=str(n), text=f"Item {n}") for n in range(number))
        plan = factories.recorded(cast, PlanDraft(title="Long plan", items=items, actions=acts))
        actions.give_to_checker(plan=plan, user=carl, by=cast.alice)
        for action in plan.actions.all():
            actions.add_update(action=action, by=cast.alice, text="Begun")
            shown(action)
            if action.order % 2:
                actions.complete(action=action, by=cast.alice, completed_on=TODAY)
                continue
            step = Step(why="No licence", blocked_on="The supplier", chase_on=TODAY)
            actions.set_delivery(action=action, state="blocked", by=cast.alice, step=step)
        with CaptureQueriesContext(connection) as queries:
            paper(plan, cast.alice)
        return len(queries)

    assert costs(12) == costs(2)
