"""What is done in place: updates, no change, more time, answers."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.models import DeadlineMove, Reopening, Update
from goldenthread.thread.tests.factories import file

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def day(name, text):
    return {f"{name}_{n}": part for n, part in enumerate(text.split())}


def send(client, world, verb, **typed):
    return client.post(f"/my-work/actions/{world.action.pk}/{verb}/", typed)


def test_no_change_is_one_press(world, browser_of):
    lena = browser_of(world.lena)
    answer = send(lena, world, "no-change", show="overdue")
    assert answer.headers["Location"] == "/?show=overdue"
    assert Update.objects.get(kind="no change").action == world.action
    assert "no change, still on course" in lena.get("/").text


def test_the_form_of_an_update_opens_on_its_line(world, browser_of):
    page = browser_of(world.lena).get(f"/?open=update-{world.action.pk}").text
    assert "What has changed?" in page
    assert "Forecast date" in page
    assert "What makes it later?" in page  # its day is past: any forecast is later


def test_an_update_before_its_day_has_two_fields(world, browser_of):
    asked = actions.ask_extension(
        action=world.action,
        by=world.lena,
        to=actions.Forecast(day=date(2026, 3, 20), cause="demand", reason="Too many cases."),
    )
    actions.approve_extension(move=asked, by=world.cast.bob)
    page = browser_of(world.lena).get(f"/?open=update-{world.action.pk}").text
    assert page.count('class="govuk-form-group') - page.count("govuk-date-input__item") <= 5
    assert "What makes it later?" not in page


def test_an_update_is_kept_with_its_forecast(world, browser_of):
    lena = browser_of(world.lena)
    typed = {"update-text": "Draft sent round", "update-cause": "capacity"}
    send(lena, world, "update", **typed, **day("update-forecast", "30 4 2026"))
    assert Update.objects.get().text == "Draft sent round"
    assert DeadlineMove.objects.get().to == date(2026, 4, 30)
    page = lena.get("/").text
    assert "Draft sent round (Lena Long, 16 March 2026)" in page
    assert "Forecast: 30 April 2026 (lead&#x27;s forecast)." in page


def test_a_later_forecast_asks_for_its_cause_and_keeps_what_was_typed(world, browser_of):
    typed = {"update-text": "Draft sent round"}
    answer = send(
        browser_of(world.lena), world, "update", **typed, **day("update-forecast", "30 4 2026")
    )
    assert answer.status_code == 422
    assert "What makes it later?: the forecast is after 31 March 2012. Choose one." in answer.text
    assert "Draft sent round" in answer.text
    assert not Update.objects.exists()


def test_ongoing_alone_is_refused_on_the_form(world, browser_of):
    answer = send(browser_of(world.lena), world, "update", **{"update-text": "Ongoing"})
    assert answer.status_code == 422
    assert "“Ongoing” alone says nothing." in answer.text


def test_an_empty_update_is_refused_at_the_field(world, browser_of):
    answer = send(browser_of(world.lena), world, "update", **{"update-text": ""})
    assert answer.status_code == 422
    assert "What has changed?: nothing entered. Fill it in." in answer.text


def test_more_time_is_asked_for_and_answered_by_somebody_else(world, browser_of):
    lena, bob = browser_of(world.lena), browser_of(world.cast.bob)
    assert "After 31 March 2012" in lena.get(f"/?open=time-{world.action.pk}").text
    typed = {"time-cause": "demand", "time-reason": "Too many cases."}
    send(lena, world, "more-time", **typed, **day("time-to", "30 6 2026"))
    move = DeadlineMove.objects.get()
    page = lena.get("/").text
    assert "More time until 30 June 2026 is asked for and waits for an answer." in page
    assert "Ask for more time" not in page
    assert "Lena Long asked for more time, and you may approve it." in bob.get("/").text
    bob.post(f"/my-work/extensions/{move.pk}/", {"do": "approve"})
    move.refresh_from_db()
    assert (move.state, move.decided_by) == ("approved", world.cast.bob)


def test_more_time_that_is_no_later_is_refused_on_the_form(world, browser_of):
    typed = {"time-cause": "demand", "time-reason": "Too many cases."}
    answer = send(browser_of(world.lena), world, "more-time", **typed, **day("time-to", "1 3 2012"))
    assert answer.status_code == 422
    assert "More time ends after 31 March 2012. Give a later day." in answer.text


def test_refusing_more_time_wants_a_reason(world, browser_of):
    move = actions.ask_extension(
        action=world.action,
        by=world.lena,
        to=actions.Forecast(day=date(2026, 6, 30), cause="demand", reason="Too many cases."),
    )
    bob, address = browser_of(world.cast.bob), f"/my-work/extensions/{move.pk}/"
    assert "Why is it refused?" in bob.get(f"/?open=refuse-{move.pk}").text
    assert bob.post(address, {"do": "refuse", "refuse-why": ""}).status_code == 422
    bob.post(address, {"do": "refuse", "refuse-why": "Two weeks are enough."})
    move.refresh_from_db()
    assert (move.state, move.decision) == ("refused", "Two weeks are enough.")


@pytest.mark.parametrize(("do", "field"), [("approve", "approved_by"), ("refuse", "refused_by")])
def test_the_change_of_a_test_is_answered_in_place(world, browser_of, do, field):
    file(world)
    asked = actions.ask_reopening(
        test=world.test, by=world.cast.alice, why="Too weak.", text="A sample"
    )
    bob = browser_of(world.cast.bob)
    assert "A test is to change" in bob.get(f"/?open=refuse-test-{asked.pk}").text
    bob.post(f"/my-work/reopenings/{asked.pk}/", {"do": do, "refuse-test-why": "It is enough."})
    assert getattr(Reopening.objects.get(), field) == world.cast.bob


def test_whoever_asked_does_not_approve(world, browser_of):
    move = actions.ask_extension(
        action=world.action,
        by=world.lena,
        to=actions.Forecast(day=date(2026, 6, 30), cause="demand", reason="Too many cases."),
    )
    lena = browser_of(world.lena)
    assert lena.post(f"/my-work/extensions/{move.pk}/", {"do": "approve"}).status_code == 403
    move.refresh_from_db()
    assert move.state == "asked"


def test_another_councils_are_not_found(world, browser_of):
    charlie = browser_of(world.cast.charlie)
    for verb in ("update", "no-change", "more-time"):
        assert send(charlie, world, verb).status_code == 404
    assert charlie.post("/my-work/extensions/1/").status_code == 404
    assert charlie.post("/my-work/reopenings/1/").status_code == 404


def test_whoever_does_not_stand_in_it_may_not_update_it(world, browser_of):
    assert send(browser_of(world.carl), world, "no-change").status_code == 403


def test_a_fragment_comes_for_htmx_and_a_page_without(world, browser_of):
    lena = browser_of(world.lena)
    fragment = lena.get("/", headers=HTMX)
    assert "<html" not in fragment.text
    assert 'id="messages"' in fragment.text
    assert fragment.headers["Vary"].count("HX-Request") == 1
    back = lena.get("/", headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in back.text


def test_a_form_that_is_nowhere_is_not_opened(world, browser_of):
    lena = browser_of(world.lena)
    for asked in ("update-999", "dance-1", "update-x", "refuse-1"):
        assert "gt-line__form" not in lena.get(f"/?open={asked}").text
