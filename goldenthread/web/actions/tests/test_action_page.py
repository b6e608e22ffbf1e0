"""The Action page: what it shows, what is done there, and two people at once."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.people.actions import add_partner
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import ReferenceDraft
from goldenthread.plans.models import Delivery, EvidenceLink, Update
from goldenthread.plans.tests.evidence_factories import accept, file, make_world
from goldenthread.plans.tests.factories import plan as printed_plan
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.actions.presenters.updates import SHOWN
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")


@pytest.fixture
def world(cast):
    return make_world(cast)


def address(world, deed="", of=""):
    base = f"/actions/990/{world.action.public_id}/"
    return base + "".join(f"{part}/" for part in (deed, of) if part)


def page(user, world, query=""):
    answer = signed_in(user).get(address(world) + query)
    assert answer.status_code == 200
    return answer.text


def send(user, world, deed, of="", **values):
    prefix = f"{deed}-{of}" if of else deed
    data = {k if k == "seen" else f"{prefix}-{k}": v for k, v in values.items()}
    return signed_in(user).post(address(world, deed, of), data)


def when(name, day):
    return {f"{name}_0": str(day.day), f"{name}_1": str(day.month), f"{name}_2": str(day.year)}


def test_the_page_names_the_rung_and_what_the_next_one_needs(world):
    shown = page(world.lena, world)
    assert "For the next rung:" in shown
    assert "that it starts" in shown
    assert "Key of the status" in shown
    assert "Copy of the template" in shown
    assert "Nobody has said anything yet" in shown


def test_an_update_starts_the_action_and_stands_on_top(world):
    send(world.lena, world, "update", text="First words")
    send(world.lena, world, "update", text="Second words", blockers="The printer")
    shown = page(world.dan, world)
    assert shown.index("Second words") < shown.index("First words")
    assert "In the way: The printer" in shown
    assert Delivery.objects.get(action=world.action).state == "in progress"


def test_an_update_that_says_nothing_is_refused_at_the_field(world):
    answer = send(world.lena, world, "update", text="")
    assert answer.status_code == 422
    assert "What has changed?: nothing entered" in answer.text


def test_what_a_verb_refuses_is_said_with_what_was_typed(world):
    answer = send(world.lena, world, "update", text="Ongoing")
    assert answer.status_code == 422
    assert "alone says nothing" in answer.text
    assert ">Ongoing</textarea>" in answer.text


def test_no_change_takes_one_press_and_the_third_is_printed_as_such(world):
    for _ in range(3):
        assert send(world.lena, world, "no_change").status_code == 302
    assert "said 3 times in a row" in page(world.lena, world)


def test_a_file_dropped_on_a_test_is_evidence_and_can_be_taken_back(world):
    drop = SimpleUploadedFile("template.txt", b"A template")
    values = {"kind_chosen": "document", "marking": "internal", "shows": "As the test asks."}
    answer = send(world.lena, world, "file", world.test.pk, file=drop, **values)
    assert answer.status_code == 302
    link = EvidenceLink.objects.get()
    assert link.version.evidence.title == "template.txt"
    assert "filed, not yet checked" in page(world.lena, world)
    send(world.lena, world, "undo_filing", link.pk)
    link.refresh_from_db()
    assert link.withdrawn_at is not None


def test_filing_nothing_is_refused_with_words(world):
    answer = send(
        world.lena, world, "file", world.test.pk, shows="It", kind_chosen="document", marking="open"
    )
    assert answer.status_code == 422
    assert "Add a file, an address or an extract" in answer.text


def test_updated_filed_asked_returned_and_accepted(world):
    send(world.lena, world, "update", text="Drafted")
    send(world.lena, world, "complete", **when("completed_on", date(2026, 3, 2)), precision="day")
    link = file(world)
    send(world.lena, world, "ask_check", link.pk)
    assert "Waiting for a check since" in page(world.lena, world)
    actions.return_(link=link, by=world.carl, reason="The first page is missing")
    shown = page(world.lena, world)
    assert "returned with a reason" in shown
    assert "The first page is missing" in shown
    again = file(world, title="The whole template")
    send(world.lena, world, "ask_check", again.pk)
    accept(world, again)
    shown = page(world.lena, world)
    assert 'aria-current="step">\n      <span class="gt-ladder__number">3</span>' in shown
    assert "Carl Cross" in shown


def test_two_people_at_once_lose_no_word_and_the_page_shows_both(world):
    send(world.dan, world, "update", text="Words of Dan", seen="0")
    client = signed_in(world.lena)
    told = client.post(
        address(world, "update"), {"update-text": "Words of Lena", "seen": "0"}, follow=True
    ).text
    assert "Dan Drew was here too, meanwhile" in told
    assert "Words of Dan" in told
    assert "Words of Lena" in told
    assert Update.objects.count() == 2


def test_what_would_overwrite_somebody_elses_step_stops_and_shows_both(world):
    send(world.dan, world, "update", text="Words of Dan")
    values = {"blocked_on": "The board", "why": "No money", **when("chase_on", date(2026, 9, 1))}
    answer = send(world.lena, world, "block", **values, way_forward="", seen="0")
    assert answer.status_code == 409
    assert "Somebody else was here since you opened this page" in answer.text
    assert "Words of Dan" in answer.text
    assert "No money" in answer.text
    assert Delivery.objects.get().state == "in progress"


def test_what_others_did_comes_to_an_open_page(world):
    send(world.dan, world, "update", text="Words of Dan")
    assert "Words of Dan" in signed_in(world.lena).get(address(world, "since", "0")).text
    assert "Words of Dan" not in signed_in(world.dan).get(address(world, "since", "0")).text


def test_more_time_is_asked_for_by_one_and_approved_by_another(world):
    send(world.cast.alice, world, "local_deadline", **when("due", date(2027, 3, 1)))
    values = {"cause": "capacity", "reason": "Two are ill"}
    send(world.lena, world, "extension", **when("to", date(2027, 6, 1)), **values)
    shown = page(world.cast.bob, world)
    assert "Lena Long asked for more time until 1 June 2027" in shown
    move = world.action.moves.get()
    send(world.cast.bob, world, "approve_extension", move.pk, words="")
    assert "1 June 2027 counts" in page(world.lena, world)


def test_whoever_only_reads_is_offered_nothing(world):
    shown = page(world.carl, world)
    assert "Save the update" not in shown
    assert "You can read this action" in shown
    assert send(world.carl, world, "update", text="Mine").status_code == 403


def test_a_form_opens_for_nobody_who_may_not_send_it(world):
    for deed in ("update", "stand", "replace", "status"):
        assert signed_in(world.carl).get(f"{address(world)}?do={deed}").status_code == 403
    assert signed_in(world.lena).get(f"{address(world)}?do=stand").status_code == 403


def test_another_council_sees_nothing(world):
    assert signed_in(world.cast.charlie).get(address(world)).status_code == 404


def test_a_partner_sees_only_its_own(world):
    cast = world.cast
    health = add_partner(authority=cast.aldermere, name="Aldermere Health", by=cast.setup)
    pat = make_user("Pat Partner", cast.aldermere, Role.PARTNER_USER, partner=health)
    assert signed_in(pat).get(address(world)).status_code == 404
    actions.let_stand(action=world.action, to=health, rank="delegate", by=cast.alice)
    file(world)
    shown = page(pat, world)
    assert "Add an update" in shown
    assert "1 more that you may not see" in shown
    assert "The template" not in shown
    assert send(pat, world, "update", text="Of the partner").status_code == 302
    opened = signed_in(pat).get(f"{address(world)}?do=stand")
    assert opened.status_code == 403
    assert "Carl Cross" not in opened.text


def test_whoever_gives_the_lead_chooses_among_those_they_see(world, cast):
    add_partner(authority=cast.bramley, name="Bramley Health", by=cast.setup)
    shown = page(world.cast.alice, world, "?do=stand")
    assert "Carl Cross (person)" in shown
    assert "Bramley Health" not in shown


@pytest.mark.parametrize(
    "deed",
    ["complete", "block", "replace", "impact", "add_test", "stand", "local_deadline", "take_over"],
)
def test_each_form_opens_on_the_page(world, deed):
    assert 'id="do"' in page(world.cast.alice, world, f"?do={deed}")


def test_updates_cost_no_more_queries(world, queries_of):
    client = signed_in(world.lena)
    send(world.lena, world, "update", text="One")
    file(world)
    before = queries_of(client, address(world))
    for n in range(4):
        send(world.lena, world, "update", text=f"More {n}")
        file(world, title=f"Another {n}")
    assert queries_of(client, address(world)) == before


def test_the_newest_updates_stand_on_the_page_and_the_older_ones_a_press_away(world):
    for n in range(SHOWN + 2):
        send(world.lena, world, "update", text=f"Said {n}.")
    shown = page(world.cast.alice, world)
    first, *_, last = world.action.updates.order_by("pk")
    assert f'id="update-{last.pk}"' in shown
    assert f'id="update-{first.pk}"' not in shown
    assert 'href="?updates=all#updates-heading">Show 2 older updates' in shown
    every = page(world.cast.alice, world, "?updates=all")
    assert f'id="update-{first.pk}"' in every
    assert "older update" not in every


def test_a_form_of_one_test_opens_for_a_test_of_this_action_only(world):
    foreign = recorded(world.cast).actions.get(public_id="P2-A1").tests.get()
    lena = signed_in(world.lena)
    for of in ("", "x", foreign.pk):
        assert lena.get(f"{address(world)}?do=file&of={of}").status_code == 404


def test_what_is_put_aside_can_only_be_read_and_says_why(cast):
    plan = recorded(cast)
    alice = signed_in(cast.alice)
    shown = alice.get("/actions/990/P1-A4/").text
    assert "This row only points to P1-A1: it is worked on there." in shown
    assert "Save the update" not in shown
    first_two = printed_plan(actions=printed_plan().actions[:2], references=())
    recorded(cast, first_two, replaces=plan)
    dropped = alice.get("/actions/990/P1-A3/").text
    assert "A later version of the plan no longer holds this action" in dropped
    actions.archive_plan(plan=plan, by=cast.alice, why="Closed.")
    shown = alice.get("/actions/990/P1-A1/").text
    assert "The plan is archived. It can only be read." in shown
    assert alice.post("/actions/990/P1-A1/update/", {"update-text": "News"}).status_code == 403


def test_a_row_that_points_to_an_action_leads_there(cast):
    see = ReferenceDraft(action=2, printed="see i) above", to_action=0)
    recorded(cast, printed_plan(references=(see,)))
    shown = signed_in(cast.alice).get("/actions/990/P1-A3/").text
    assert 'href="/actions/990/P1-A1/"' in shown


def test_an_action_that_another_replaced_has_no_colour(cast):
    plan = recorded(cast)
    old, new = (plan.actions.get(public_id=f"P1-A{n}") for n in (3, 1))
    step = actions.Step(why="The hub does it.", replaced_by=new)
    actions.set_delivery(action=old, by=cast.alice, state="superseded", step=step)
    shown = signed_in(cast.alice).get("/actions/990/P1-A3/").text
    assert "It is superseded." in shown
    assert "gt-status" not in shown.partition("Key of the status")[0]


def test_practice_is_counted_in_periods_one_after_another(cast):
    recorded(cast)
    shown = signed_in(cast.alice).get("/actions/990/P1-A3/").text
    assert "Being tested: 0 of 3 periods in standard, one after another." in shown
