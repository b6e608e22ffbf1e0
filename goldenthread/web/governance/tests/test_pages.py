"""The pages of boards and meetings: the register, a meeting from agenda to next step, papers."""

import io
import zipfile
from datetime import date

import pytest
from django.urls import reverse

from goldenthread.governance import actions
from goldenthread.governance.models import (
    Cascade,
    Decision,
    Forum,
    Meeting,
    Mention,
    NextStep,
    Oversight,
    Seat,
)
from goldenthread.governance.tests.factories import (
    FEBRUARY,
    JANUARY,
    MARCH,
    approved,
    board,
    drawn,
    held,
    person,
    planned,
    seated,
    watching,
)
from goldenthread.people.models import Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.models import Evidence
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = {"0": "16", "1": "3", "2": "2026"}


def at(name, *args):
    return reverse(f"governance:{name}", args=args)


def day(name, value=date(2026, 3, 16)):
    return {f"{name}_0": value.day, f"{name}_1": value.month, f"{name}_2": value.year}


def send(client, address, **data):
    """Send a form that is to be taken; the page that comes next."""
    answer = client.post(address, data, follow=True)
    assert answer.redirect_chain, answer.content.decode()
    return answer.content.decode()


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_register_says_what_to_do_first(alice):
    assert "There is no board or meeting yet" in text_of(alice, at("index"))


def test_a_board_is_added_with_its_cadence_and_shows_its_next_day(alice, cast):
    told = {"name": "Improvement Board", "kind": "board", "every": 1, "unit": "months"}
    page = send(alice, at("add"), **told, **day("first_on", JANUARY))
    assert "Improvement Board is in the register" in page
    forum = Forum.objects.get()
    assert "17 March 2026, 21 April 2026" in page
    index = text_of(alice, at("index"))
    assert "Every month" in index
    assert "17 March 2026, not yet planned" in index
    page = send(
        alice, at("change", forum.pk), **told | {"name": "New Board"}, **day("first_on", JANUARY)
    )
    assert "Improvement Board until 16 March 2026" in page


def test_half_a_cadence_is_refused_at_its_field(alice):
    answer = alice.post(at("add"), {"name": "Board", "kind": "board", "every": 1})
    assert answer.status_code == 422
    assert "number, unit and first meeting" in answer.content.decode()


def test_what_the_register_says_is_changed_by_forms(alice, cast):
    forum = board(cast)
    dora = person(cast)
    send(alice, at("seat", forum.pk), who=f"Person-{dora.pk}", rank="chair", **day("invited_on"))
    seat = Seat.objects.get()
    send(alice, at("accept_seat", seat.pk), **day("on"))
    send(alice, at("name", forum.pk), text="Panel", **day("ended_on", JANUARY))
    send(alice, at("skip", forum.pk), why="Easter", **day("day", date(2026, 4, 21)))
    send(alice, at("standing", forum.pk), title="Outcomes of audits", kind="audits", months=[3, 9])
    page = send(alice, at("end_seat", seat.pk), **day("on"))
    for words in (
        "Dora Dale",
        "accepted on 16 March 2026",
        "Panel until 20 January 2026",
        "21 April 2026 (Easter)",
        "Outcomes of audits, in March, September",
    ):
        assert words in page
    assert "Ended" in send(alice, at("end", forum.pk), outcome="It is done.", **day("on"))


def test_terms_of_reference_are_kept_as_versions(alice, cast, settings, tmp_path):
    """G-08."""
    settings.FILES_DIR = str(tmp_path / "files")
    forum = board(cast)
    for n in (1, 2):
        file = io.BytesIO(b"Terms of reference %d" % n)
        file.name = f"terms{n}.txt"
        page = send(
            alice,
            at("terms", forum.pk),
            file=file,
            **day("agreed_on", JANUARY),
            **day("reconvened_on", FEBRUARY),
        )
    assert "Version 2, agreed on 20 January 2026, re-convened on 17 February 2026" in page
    assert "Version 1, agreed on 20 January 2026" in page


def test_names_in_a_plan_are_found_and_confirmed_on_a_page(alice, cast):
    plan, forum = recorded(cast), board(cast)
    Mention.objects.create(
        authority=cast.aldermere, plan=plan, printed="SCPG", where="Test of P1-A1: “SCPG”"
    )
    send(alice, at("find"), plan=plan.pk)
    assert "SCPG" in text_of(alice, at("names"))
    mention = Mention.objects.get(printed="SCPG")
    refused = alice.post(at("confirm", mention.pk), {"choice": "new", "kind": "board"})
    assert refused.status_code == 422
    refused = alice.post(at("confirm", mention.pk), {"choice": "known", "kind": "board"})
    assert refused.status_code == 422
    page = send(alice, at("confirm", mention.pk), choice="known", forum=forum.pk, kind="board")
    assert "“SCPG” is Improvement Board (IB)" in page
    assert "No name waits" in page


def test_the_matrix_the_calendar_and_scrutiny_are_pages(alice, cast):
    for name in ("matrix", "calendar", "scrutiny"):
        assert "All boards and meetings" in text_of(alice, at(name))
    forum = board(cast, kind="scrutiny")
    plan = recorded(cast)
    send(alice, at("watch", forum.pk), what=f"plan-{plan.pk}", times=2, months=12)
    meeting = planned(cast, forum)
    drawn(cast, meeting)
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    assert "Too early to say until 16 March 2027: 1 of 2" in text_of(alice, at("matrix"))
    assert "by its cadence, not yet planned" in text_of(alice, at("calendar"))
    assert text_of(alice, at("calendar")).count("Improvement plan") >= 1
    shown = text_of(alice, at("forum", forum.pk))
    assert "/papers/990/P1/highlight_report/" in shown
    assert "First met" in shown
    assert 'href="/plans/990/P1/">' in shown
    assert "End watching" in shown
    assert "Improvement plan" in text_of(alice, at("scrutiny"))
    page = send(alice, at("end_watch", Oversight.objects.get().pk), why="It is done.", **day("on"))
    assert "It watches no plan" in page


def test_a_meeting_goes_from_agenda_to_decision_to_next_step(alice, cast):
    forum = board(cast)
    plan = watching(cast, forum).plan
    first = plan.actions.order_by("order").first()
    dora = person(cast)
    seat = seated(cast, forum, dora, "chair")
    page = send(alice, at("plan", forum.pk), place="Town hall", **day("day"))
    assert "Put on the agenda what is due" in page
    meeting = Meeting.objects.get()
    offered = alice.get(at("draw", meeting.pk)).context["form"].offers
    send(alice, at("draw", meeting.pk), chosen=list(offered))
    send(alice, at("add_item", meeting.pk), title="A member’s question", topic="Care")
    last = meeting.items.last()
    send(alice, at("move", last.pk), do="up")
    send(alice, at("issue", meeting.pk))
    page = send(alice, at("held", meeting.pk), **{f"seat-{seat.pk}": "present"})
    assert "1 of 1 members present" in page
    send(alice, at("agency", meeting.pk), agency="Schools", number=3)
    late = meeting.items.get(kind="late", action=first)
    send(alice, at("minute", late.pk), text="All 14 heads were met.")
    send(
        alice,
        at("decide", late.pk),
        text="Agreed.",
        resolutions="Fund it\nTell schools",
        **day("due_on"),
    )
    page = send(alice, at("step", late.pk), text="Write", lead=dora.pk, **day("due_on"))
    for words in (
        "Decided:",
        "Fund it (open, by 16 March 2026)",
        "Dora Dale, by 16 March 2026: open",
        "Schools (3)",
        f"Open {first.public_id}",
    ):
        assert words in page
    resolution = Decision.objects.get().resolutions.first()
    page = send(alice, at("carry_out", resolution.pk), words="Paid.")
    assert "carried out on 16 March 2026: Paid." in page
    send(alice, at("finish", NextStep.objects.get().pk), words="Sent.")
    assert "done on 16 March 2026: Sent." in text_of(alice, at("meeting", meeting.pk))


def test_a_minute_is_filed_as_evidence_by_one_button(alice, cast):
    """F-03."""
    forum = board(cast)
    plan = watching(cast, forum).plan
    meeting = planned(cast, forum)
    drawn(cast, meeting)
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    first = plan.actions.order_by("order").first()
    item = meeting.items.get(kind="late", action=first)
    actions.minute(item=item, text="All 14 heads were met.", by=cast.alice)
    assert "File the minute as evidence" in text_of(alice, at("meeting", meeting.pk))
    page = send(
        alice,
        at("evidence", item.pk),
        test=first.tests.get().pk,
        extract="All 14 heads were met.",
        shows="All were met",
        quantity=14,
    )
    assert "Filed as evidence" in page
    assert Evidence.objects.get().kind == "minute"
    other = meeting.items.filter(action=None).first()
    assert alice.get(at("evidence", other.pk)).status_code == 409


def test_minutes_are_approved_on_a_page_and_then_nothing_is_offered(alice, cast):
    forum = board(cast)
    first, later = held(cast, forum, JANUARY), held(cast, forum, FEBRUARY)
    actions.minute(item=first.items.get(), text="Noted.", by=cast.alice)
    page = send(alice, at("approve", first.pk), at=later.pk)
    assert "Minutes approved on" in page
    assert "Add an item" not in page
    third = planned(cast, forum, date(2026, 4, 21))
    assert "Half term" in send(alice, at("cancel", third.pk), why="Half term")
    assert "cancelled" in text_of(alice, at("forum", forum.pk))


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "xlsx"])
@pytest.mark.parametrize("name", ["agenda", "minutes"])
def test_agenda_and_minutes_are_handed_out_in_each_form(alice, cast, name, form):
    meeting = approved(cast, *(held(cast, board(cast), JANUARY),), held(cast, Forum.objects.get()))
    answer = alice.get(at("paper", meeting.pk, name, form))
    assert answer.status_code == 200
    assert f"{name} IB 2026-01-20.{form}" in answer.headers["Content-Disposition"]


def test_the_pack_holds_agenda_highlight_report_and_open_actions(alice, cast):
    """G-05."""
    forum = board(cast, name="Star chamber")
    watching(cast, forum)
    meeting = planned(cast, forum)
    drawn(cast, meeting)
    data = alice.get(at("pack", meeting.pk)).content
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == [
            "01 agenda.pdf",
            "02 highlight report P1.pdf",
            "03 open actions P1.pdf",
        ]
        assert all(file.read(name).startswith(b"%PDF") for name in file.namelist())


def test_every_team_says_that_it_has_held_it(alice, cast):
    forum = board(cast)
    team = Team.objects.create(authority=cast.aldermere, name="Duty")
    send(alice, at("cascade", forum.pk), theme="Chronologies", teams=[team.pk])
    row = Cascade.objects.get()
    assert "0 of 1 teams have held it." in text_of(alice, at("cascade_show", row.pk))
    page = send(
        alice, at("cascade_held", row.pk), team=team.pk, minute="Talked about it.", **day("day")
    )
    assert "1 of 1 teams have held it." in page


def test_who_has_no_seat_finds_no_meeting_and_no_form(browser_of, cast, charlie):
    forum = board(cast)
    meeting = planned(cast, forum)
    lead = browser_of(make_user("Lena Lead", cast.aldermere, Role.LEAD))
    assert "You see no meeting of it yet" in text_of(lead, at("forum", forum.pk))
    assert lead.get(at("meeting", meeting.pk)).status_code == 404
    assert lead.get(at("add")).status_code == 403
    assert lead.get(at("seat", forum.pk)).status_code == 403
    assert charlie.get(at("forum", forum.pk)).status_code == 404


def test_a_member_with_a_seat_reads_and_changes_nothing(browser_of, cast):
    mia = make_user("Mia Member", cast.aldermere, Role.ELECTED_MEMBER)
    forum = board(cast)
    seated(cast, forum, mia.persons.get())
    meeting = planned(cast, forum)
    watching(cast, forum)
    drawn(cast, meeting)
    member = browser_of(mia)
    assert member.get(at("meeting", meeting.pk)).status_code == 404
    actions.issue_agenda(meeting=meeting, by=cast.alice)
    page = text_of(member, at("meeting", meeting.pk))
    assert "Meet with each of the 14 head teachers" in page
    assert "Open P1" not in page
    assert "Add an item" not in page
    assert member.get(at("draw", meeting.pk)).status_code == 403


def test_lists_cost_the_same_for_any_number_of_rows(alice, cast, queries_of):
    forum = board(cast)
    watching(cast, forum)
    seated(cast, forum)
    meeting = planned(cast, forum, MARCH)
    drawn(cast, meeting)
    pages = [
        at("index"),
        at("calendar"),
        at("matrix"),
        at("meeting", meeting.pk),
        at("forum", forum.pk),
    ]
    before = [queries_of(alice, page) for page in pages]
    for number in range(3):
        more = board(cast, name=f"Board {number}")
        seated(cast, more, person(cast, f"Person {number}"))
        planned(cast, more, MARCH)
        actions.add_item(meeting=meeting, title=f"Item {number}", by=cast.alice)
        seated(cast, forum, person(cast, f"Member {number}"))
        planned(cast, forum, date(2026, 5, 1 + number))
    assert [queries_of(alice, page) for page in pages] == before


def test_a_next_step_is_in_the_work_of_its_lead_until_it_is_done(browser_of, cast):
    lena = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    item = held(cast, board(cast)).items.get()
    step = actions.agree_next_step(
        item=item,
        text="Write to heads",
        lead=lena.persons.get(),
        due_on=JANUARY.replace(month=3),
        by=cast.alice,
    )
    lead = browser_of(lena)
    page = text_of(lead, reverse("my_work:index"))
    assert "Write to heads" in page
    assert "Agreed on 17 February 2026 as your next step." in page
    assert at("finish", step.pk) in page
    send(lead, at("finish", step.pk), words="Sent.")
    assert "Write to heads" not in text_of(lead, reverse("my_work:index"))


def test_a_next_step_is_made_an_action_on_a_page_and_its_resolution_shows_there(alice, cast):
    forum = board(cast)
    plan = watching(cast, forum).plan
    meeting = planned(cast, forum)
    drawn(cast, meeting)
    actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
    first = plan.actions.order_by("order").first()
    late = meeting.items.get(kind="late", action=first)
    actions.decide(
        item=late, text="Agreed.", resolutions=[actions.deciding.Resolved("Fund it")], by=cast.alice
    )
    step = actions.agree_next_step(
        item=late, text="Write to heads", lead=person(cast), due_on=MARCH, by=cast.alice
    )
    assert "Make it an action" in text_of(alice, at("meeting", meeting.pk))
    served = plan.items.order_by("order").first()
    page = send(alice, at("into_action", step.pk), items=[served.pk])
    assert "by 17 March 2026: action P1-A5" in page
    shown = text_of(alice, reverse("actions:show", args=["990", first.public_id]))
    assert "Fund it" in shown
    assert "Improvement Board (IB), 17 February 2026; open" in shown


def test_a_panel_shows_the_day_of_its_first_meeting_once_there_is_one(alice, cast):
    forum = board(cast, kind="panel")
    assert "First met" not in text_of(alice, at("forum", forum.pk))
    planned(cast, forum, date(2026, 4, 14))
    shown = text_of(alice, at("forum", forum.pk))
    assert "First meeting planned" in shown
    assert "14 April 2026" in shown


def test_who_does_not_see_a_watched_plan_is_led_to_no_report(cast, browser_of):
    forum = board(cast, kind="scrutiny")
    actions.let_watch(forum=forum, of=recorded(cast), by=cast.alice, times=2)
    clerk = browser_of(make_user("Cleo Clerk", cast.aldermere, Role.CLERK))
    assert "/papers/990/P1/" not in text_of(clerk, at("forum", forum.pk))


def test_all_decisions_on_a_matter_are_one_click_from_the_last(alice, cast):
    forum = board(cast)
    watched = recorded(cast)
    actions.let_watch(forum=forum, of=watched, by=cast.alice, times=2)
    for day_, text in ((JANUARY, "Noted."), (FEBRUARY, "Approved.")):
        meeting = planned(cast, forum, day_)
        drawn(cast, meeting)
        actions.hold_meeting(meeting=meeting, present=[], apologies=[], by=cast.alice)
        item = meeting.items.get(plan=watched, action=None)
        actions.decide(item=item, text=text, by=cast.alice)
    assert at("matter", item.pk) in text_of(alice, at("meeting", meeting.pk))
    shown = text_of(alice, at("matter", item.pk))
    assert shown.index("Noted.") < shown.index("Approved.")
    assert "P1, version 1" in shown
    assert "before that on 20 January 2026" in text_of(alice, at("matrix"))


def test_where_nothing_was_decided_the_page_says_so(alice, cast):
    item = held(cast, board(cast)).items.get()
    assert "Nothing was decided on it that you may see." in text_of(alice, at("matter", item.pk))
