"""One action whole: what it says, whom it serves, who may say news of it, what it counts from."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, deadlines
from goldenthread.plans.actions import Forecast
from goldenthread.plans.drafts import ActionDraft, ItemDraft, TestDraft, TimescaleDraft
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Update
from goldenthread.plans.tests.factories import plan as drawn
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)


def test_an_action_has_words_people_days_a_test_a_status_and_what_it_answers(cast, plan):
    visits = report_recorded(cast).recommendations.order_by("order").first()
    item = plan.items.get(number="1")
    actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    answering = Action.objects.filter(items__answered__recommendation=visits)
    assert [one.public_id for one in answering.order_by("order")] == ["P1-A1"]
    action = answering.get()
    stands = stands_of([action], TODAY)[action.pk]
    assert action.text == "Meet with each of the 14 head teachers"
    who = action.standings.current().order_by("pk").values_list("printed", "rank")
    assert list(who) == [("Ann Adams", "lead"), ("TMs", "delegate")]
    assert [str(one.due) for one in action.deadlines.current()] == ["2012-07-31"]
    assert action.tests.get().text.startswith("Confirmation")
    assert (stands.rung, stands.colour, stands.facts.due) == (0, "red", date(2012, 7, 31))


def test_several_actions_answer_one_recommendation(cast, plan):
    visits = report_recorded(cast).recommendations.order_by("order").first()
    item = plan.items.get(number="3")
    actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    answering = Action.objects.filter(items__answered__recommendation=visits)
    found = list(answering.order_by("order").values_list("public_id", flat=True))
    assert found == ["P1-A2", "P1-A3", "P1-A4"]


def test_one_update_and_one_completion_count_in_each_item_that_an_action_serves(cast, plan):
    hub = plan.actions.get(public_id="P1-A2")
    actions.add_update(action=hub, by=cast.alice, text="The hub went live.")
    actions.complete(action=hub, by=cast.alice, completed_on=date(2013, 10, 20))
    for number, words in (("2", "on time"), ("3", "late by 20 days")):
        item = plan.items.get(number=number)
        served = Action.objects.filter(served__item=item, pk=hub.pk).get()
        told = [one.text for one in served.updates.order_by("pk")]
        assert told == ["The hub went live.", "Done, 20 October 2013"]
        stands = {one.item: one.words for one in deadlines.by_item(served, TODAY)}
        assert stands[item] == words
    assert Update.objects.filter(text="The hub went live.").count() == 1


def test_a_partner_says_news_of_their_own_actions_and_of_no_other(cast, plan):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=trust)
    ours, other = plan.actions.get(public_id="P1-A3"), plan.actions.get(public_id="P1-A1")
    with pytest.raises(Action.DoesNotExist):
        actions.add_update(action=ours, by=nurse, text="Nurses are trained.")
    actions.let_stand(action=ours, to=trust, rank="co-lead", by=cast.alice)
    made = actions.add_update(action=ours, by=nurse, text="Nurses are trained.")
    assert (made.action, made.by) == (ours, nurse)
    actions.add_update(action=other, by=cast.alice, text="Heads were met.")
    assert list(Update.objects.visible_to(nurse).filter(said_on=TODAY)) == [made]
    with pytest.raises(Action.DoesNotExist):
        actions.add_update(action=other, by=nurse, text="Heads were met.")
    with pytest.raises(NotAllowed):
        actions.set_local_deadline(action=ours, by=nurse, due=date(2026, 4, 30))


def test_months_count_from_the_day_of_publication_which_is_kept(cast):
    given = TimescaleDraft(
        printed="3 months",
        source="inspectorate",
        anchor=date(2012, 6, 8),
        anchor_from="the day of publication",
    )
    unknown = TimescaleDraft(printed="6 months", source="inspectorate")
    items = (
        ItemDraft(number="1", text="Visits", timescales=(given,)),
        ItemDraft(number="2", text="Plans", timescales=(unknown,)),
    )
    rows = (ActionDraft(items=(0, 1), text="Do it", tests=(TestDraft(text="Letter"),)),)
    made = recorded(cast, drawn(items=items, actions=rows, references=(), to_settle=()))
    row = made.items.get(number="1").deadlines.get()
    assert (row.printed, row.anchor, row.due) == ("3 months", date(2012, 6, 8), date(2012, 9, 8))
    assert row.basis == "counted from 8 June 2012 (the day of publication)"
    without = made.items.get(number="2").deadlines.get()
    assert (without.anchor, without.due) == (None, None)
    assert without.basis.startswith("cannot be worked out")


def test_a_delay_names_the_inspection_that_took_the_time(cast, plan):
    action = plan.actions.get(public_id="P1-A3")
    inspection = report_recorded(cast)
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 4, 30))
    later = Forecast(day=date(2026, 6, 30), cause="inspection", inspection=inspection)
    actions.add_update(action=action, by=cast.alice, text="It slips.", forecast=later)
    asked = Forecast(
        day=date(2026, 7, 31), cause="inspection", reason="Inspectors came.", inspection=inspection
    )
    actions.ask_extension(action=action, by=cast.alice, to=asked)
    told = action.moves.filter(inspection=inspection).order_by("pk")
    assert [(one.kind, one.cause, one.slip_days) for one in told] == [
        ("forecast", "inspection", 61),
        ("agreed", "inspection", 92),
    ]


@pytest.mark.parametrize("what", ["item", "milestone", "inspection"])
def test_a_day_names_nothing_that_is_anothers(cast, plan, what):
    first, other = plan.actions.get(public_id="P1-A1"), plan.actions.get(public_id="P1-A2")
    inspection = report_recorded(cast)
    type(inspection).objects.filter(pk=inspection.pk).update(authority=cast.bramley)
    inspection.refresh_from_db()
    named = {
        "item": other.items.exclude(pk__in=first.items.all()).first(),
        "milestone": actions.add_milestone(
            action=other, by=cast.alice, printed="April 2026", kind="complete"
        ),
        "inspection": inspection,
    }
    assert named["item"] is not None
    day = Forecast(
        day=date(2026, 7, 31), cause="inspection", reason="It took time.", **{what: named[what]}
    )
    with pytest.raises(NotAllowedNow, match=r"does not serve|not a milestone|between authorities"):
        actions.add_update(action=first, by=cast.alice, text="Late.", forecast=day)
    with pytest.raises(NotAllowedNow, match=r"does not serve|not a milestone|between authorities"):
        actions.ask_extension(action=first, by=cast.alice, to=day)
    assert not first.moves.exists()
