"""The plans, a plan with its counts and filters, and an item."""

from datetime import date

import pytest

from goldenthread.people import actions as people
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Action, ItemRecommendation, Plan
from goldenthread.plans.tests.evidence_factories import accept, file, make_world
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.plans import addresses
from goldenthread.web.plans.named import Named

pytestmark = pytest.mark.django_db
PLAN = "/plans/990/P1/"


def test_without_a_plan_the_list_leads_an_officer_to_the_import(alice):
    shown = alice.get("/plans/").text
    assert "There is no plan yet" in shown
    assert "/library/import/" in shown


def test_the_list_shows_each_plan_with_its_counts(alice, plan):
    shown = alice.get("/plans/").text
    assert "Improvement plan" in shown
    assert f'href="{PLAN}settle/"' in shown


def test_an_archived_plan_leaves_the_list_and_is_shown_on_request(alice, cast, plan):
    alice.post(f"{PLAN}archive/", {"why": "A newer plan took its place"})
    assert PLAN not in alice.get("/plans/").text.partition("<main")[2]
    assert PLAN in alice.get("/plans/?state=archived").text
    assert "(archived)" in alice.get(PLAN).text


def test_archiving_asks_why(alice, plan):
    answer = alice.post(f"{PLAN}archive/", {"why": ""})
    assert answer.status_code == 422
    assert Plan.objects.get().state == "current"


def test_a_plan_shows_its_counts_and_the_sentence_first(alice, plan):
    shown = alice.get(PLAN).text
    assert "3 actions; 2 reported done, 0 checked here; 1 has no test" in shown
    assert "first rule that fits" in shown


@pytest.mark.parametrize(
    ("state", "shown", "not_shown"),
    [
        ("reported-done", "P1-A3", "P1-A1"),
        ("no-test", "P1-A2", "P1-A3"),
        ("no-local-date", None, "P1-A1"),
        ("no-lead", "P1-A2", "P1-A1"),
    ],
)
def test_a_count_filters_the_actions_by_a_click(alice, plan, state, shown, not_shown):
    page = alice.get(f"{PLAN}?state={state}")
    ids = {row.public_id for row in page.context["rows"]}
    assert shown is None or shown in ids
    assert not_shown not in ids


def test_each_count_is_as_many_as_its_filter_shows(alice, plan):
    for count in alice.get(PLAN).context["counts"][1:]:
        page = alice.get(count.href)
        assert (count.label, page.context["listing"].page.paginator.count) == (
            count.label,
            count.number,
        )


def test_a_row_says_lead_dates_tests_and_what_is_reported(alice, plan):
    rows = {row.public_id: row for row in alice.get(PLAN).context["rows"]}
    first = rows["P1-A1"]
    assert first.lead == "“Ann Adams”, as printed"
    assert first.tests.text == "0 of 1 checked"
    assert "14 within a test" in first.tests.note or first.tests.note == ""
    assert "evidence reported on file" in first.reported
    assert rows["P1-A2"].lead == "no lead"
    assert "reported completed June 2012" in rows["P1-A3"].reported
    assert rows["P1-A4"].note.endswith("the same as P1-A1")


def test_no_reported_completion_moves_a_rung(alice, plan):
    rows = {row.public_id: row for row in alice.get(PLAN).context["rows"]}
    assert rows["P1-A3"].rung.text == "0 not started"


def test_words_and_names_find_actions(alice, plan):
    assert {row.public_id for row in alice.get(f"{PLAN}?q=ben").context["rows"]} == {"P1-A3"}
    assert {row.public_id for row in alice.get(f"{PLAN}?q=hub").context["rows"]} == {"P1-A2"}


def test_closing_the_first_round_takes_the_reported_column_away(alice, plan):
    assert "As reported" in alice.get(PLAN).text
    assert "This cannot be undone" in alice.get(f"{PLAN}first-round/").text
    alice.post(f"{PLAN}first-round/")
    shown = alice.get(PLAN).text
    assert "As reported" not in shown
    assert "The first update round closed on" in shown


def test_a_director_closes_no_round(bob, plan):
    assert bob.post(f"{PLAN}first-round/").status_code == 403
    assert Plan.objects.get().first_round_closed_on is None


def test_another_council_sees_no_page_of_it(charlie, plan):
    for path in (PLAN, f"{PLAN}items/", f"{PLAN}settle/", "/plans/990/P1-I1/", "/plans/P1/"):
        assert charlie.get(path).status_code == 404


def test_an_id_without_its_council_leads_to_the_only_one(alice, plan):
    assert "Improvement plan" in alice.get("/plans/P1/").text


def test_a_plan_costs_the_same_however_many_actions_it_has(alice, cast, plan, queries_of):
    alice.get(PLAN)
    before = queries_of(alice, PLAN)
    for row in list(Action.objects.filter(same_as=None)):
        actions.add_test(of=row, text="A survey of carers", kind="difference", by=cast.alice)
        actions.add_update(action=row, by=cast.alice, text="The draft is written")
    assert queries_of(alice, PLAN) == before


def test_the_list_costs_the_same_however_many_plans_there_are(alice, cast, plan, queries_of):
    before = queries_of(alice, "/plans/")
    recorded(cast)
    assert queries_of(alice, "/plans/") == before


def test_the_items_lead_to_an_item_with_its_actions(alice, plan):
    assert "/plans/990/P1-I1/" in alice.get(f"{PLAN}items/").text
    page = alice.get("/plans/990/P1-I1/")
    assert "linked to no recommendation" in page.text
    assert {row.public_id for row in page.context["rows"]} >= {"P1-A1"}


def test_an_item_costs_the_same_however_many_actions_it_has(alice, plan, queries_of):
    assert queries_of(alice, "/plans/990/P1-I3/") <= queries_of(alice, "/plans/990/P1-I1/") + 2
    assert not ItemRecommendation.objects.exists()


def test_jointly_led_actions_are_counted_and_listed(alice, plan):
    shown = alice.get(PLAN)
    assert "led jointly" in shown.text
    listed = alice.get(f"{PLAN}?state=jointly-led").text
    assert "New front sheet" in listed
    assert "Launch the hub" not in listed


def test_faults_of_the_document_are_listed_where_it_is_read(alice, plan):
    shown = alice.get(PLAN).text
    assert "Faults of the document itself (3)" in shown
    assert "The label is printed twice." in shown


def test_a_word_that_no_count_has_chooses_nothing(alice, plan):
    assert list(alice.get(f"{PLAN}?state=nonsense").context["rows"]) == []


def test_to_whom_no_plan_is_shared_it_says_when_one_appears(browser_of, checker):
    shown = browser_of(checker).get("/plans/").text
    assert "No plan is shared with you" in shown
    assert "/library/import/" not in shown.partition("<main")[2]


def test_a_partner_sees_its_actions_and_not_the_version_with_its_faults(cast, plan, browser_of):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=trust)
    action = plan.actions.get(public_id="P1-A3")
    actions.let_stand(action=action, to=trust, rank="co-lead", by=cast.alice)
    page = browser_of(nurse).get(PLAN)
    assert [row.public_id for row in page.context["rows"]] == ["P1-A3"]
    assert "September 2013" not in page.text
    assert "The label is printed twice." not in page.text


def test_an_action_shows_what_replaced_it_and_a_lead_their_forecast(alice, cast, plan):
    old, new = (plan.actions.get(public_id=f"P1-A{n}") for n in (2, 3))
    step = actions.Step(why="The sheet does it.", replaced_by=new)
    actions.set_delivery(action=old, by=cast.alice, state="superseded", step=step)
    forecast = actions.Forecast(day=date(2027, 5, 1), cause="capacity")
    actions.add_update(action=new, by=cast.alice, text="It slips.", forecast=forecast)
    shown = alice.get(PLAN).text
    assert "superseded" in shown
    assert "forecast 1 May 2027 (lead’s forecast)" in shown


def test_where_two_councils_have_such_a_plan_the_council_is_named(alice, cast, plan):
    people.give_role(
        user=cast.alice, authority=cast.bramley, role=Role.IMPROVEMENT_OFFICER, by=cast.setup,
        started_on=LONG_AGO,
    )  # fmt: skip
    assert alice.get("/plans/P1/").status_code in (200, 302)
    actions.record_plan(authority=cast.bramley, by=cast.charlie, upload=None, plan=drafted())
    for address in (
        "/plans/P1/",
        addresses.of_item(plan.items.get(number="1")).replace("990/", ""),
    ):
        assert "Several councils have" in alice.get(address).text


def test_an_answer_that_is_empty_says_nothing(cast):
    named = Named([], cast.alice)
    assert named.words({"person": None, "printed": "", "kind": "practice"}) == "practice"


def test_what_was_superseded_still_counts_and_is_found_by_its_count(alice, cast, plan, fixed_clock):
    old, new = (plan.actions.get(public_id=f"P1-A{n}") for n in (2, 3))
    step = actions.Step(why="The sheet does it.", replaced_by=new)
    actions.set_delivery(action=old, by=cast.alice, state="superseded", step=step)
    shown = alice.get(f"{PLAN}?state=replaced")
    assert [row.public_id for row in shown.context["rows"]] == ["P1-A2"]
    assert "1 superseded or ineffective still counts until what took its place" in shown.text
    assert list(alice.get(f"{PLAN}?state=left").context["rows"]) == []


def test_what_took_its_place_checked_it_leaves_every_count_but_one(cast, browser_of, fixed_clock):
    world = make_world(cast)
    old = actions.add_action(
        plan=world.plan, items=list(world.plan.items.all()), text="By letter", by=cast.alice,
        why="The board",
    )  # fmt: skip
    step = actions.Step(why="Another way.", replaced_by=world.action)
    actions.set_delivery(action=old, by=cast.alice, state="superseded", step=step)
    actions.complete(action=world.action, by=world.lena, completed_on=date(2026, 3, 16))
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)
    alice, address = browser_of(cast.alice), addresses.of_plan(world.plan)
    numbers = {one.label: one.number for one in alice.get(address).context["counts"]}
    assert (numbers["actions"], numbers["no longer counted"], numbers["no test"]) == (1, 1, 0)
    assert "no lead" not in numbers
    for state, found in {"left": [old.public_id], "replaced": [], "no-test": []}.items():
        shown = alice.get(f"{address}?state={state}").context["rows"]
        assert [row.public_id for row in shown] == found
