"""What a version of evidence says on its page: its files, period, address and figure."""

from datetime import date

import pytest

from goldenthread.plans.tests.evidence_factories import file, person
from goldenthread.sources import actions as sources
from goldenthread.web.evidence.presenters.version import size_of

pytestmark = pytest.mark.django_db
LIST = "/library/evidence/"


def upload(world, name, data):
    return sources.store(authority=world.cast.aldermere, name=name, data=data, by=world.lena)


def shown(client, link):
    return client.get(f"{LIST}{link.version.evidence_id}/").text


@pytest.mark.parametrize(
    ("count", "words"),
    [(999, "999 bytes"), (1_000, "1 KB"), (14_499, "14 KB"), (2_350_000, "2.4 MB")],
)
def test_a_size_is_said_as_people_read_it(count, words):
    assert size_of(count) == words


def test_a_file_that_shows_how_it_was_stands_before_the_one_that_shows_how_it_is(alice, world):
    link = file(
        world,
        kind="amended document",
        about={"change": "One form for all"},
        upload=upload(world, "new.txt", b"One form" * 200),
        before=upload(world, "old.txt", b"Nine forms"),
    )
    page = shown(alice, link)
    assert page.index("as it was: old.txt") < page.index("as it is now: new.txt")
    assert "10 bytes" in page
    assert "2 KB" in page
    old = alice.get(f"{LIST}versions/{link.version_id}/before/")
    assert old.content == b"Nine forms"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "1 January 2026 to 31 March 2026"),
        (date(2026, 1, 1), date(2026, 1, 1), "1 January 2026"),
        (date(2026, 1, 1), None, "from 1 January 2026"),
        (None, date(2026, 3, 31), "up to 31 March 2026"),
        (None, None, "not stated"),
    ],
)
def test_the_period_that_it_tells_of_is_said_as_far_as_it_is_known(
    alice, world, first, last, words
):
    page = shown(alice, file(world, period_from=first, period_to=last))
    assert words in " ".join(page.split())


def test_until_when_it_is_valid_and_for_whom_it_was_filed_are_said(alice, world):
    link = file(
        world, by=world.cast.alice, for_whom=person(world.lena), expires_on=date(2099, 5, 1)
    )
    page = shown(alice, link)
    assert "1 May 2099" in page
    assert ", for Lena Long" in page


def test_a_web_address_is_a_link_that_tells_the_other_site_nothing(alice, world):
    page = shown(alice, file(world, url="https://example.org/policy"))
    assert 'href="https://example.org/policy" rel="noreferrer noopener"' in page


FIGURE = {"number": 75, "numerator": 30, "denominator": 40, "as_at": "2026-03-02"}


def measured(world, **changes):
    return file(world, kind="measure value", about={"figure": {**FIGURE, **changes}})


def test_a_figure_is_said_with_its_parts_and_its_day(carl, world):
    assert "75 (30 of 40), as at 2 March 2026" in shown(carl, measured(world))


@pytest.mark.parametrize(
    "few", [{"numerator": 3, "denominator": 4}, {"numerator": 38, "number": 95}]
)
def test_a_figure_that_tells_of_few_children_is_hidden_from_whoever_is_not_cleared(
    alice, world, browser_of, few
):
    link = measured(world, **few)
    part = f"({few['numerator']} of {few.get('denominator', 40)})"
    assert part in shown(alice, link)
    page = shown(browser_of(world.dan), link)
    assert part not in page
    assert "not shown: it tells of 1 to 5" in page


@pytest.mark.parametrize(
    ("answered", "asked", "said"), [(4, 20, "1 to 5, not shown"), (18, 20, "not shown")]
)
def test_how_few_answered_or_did_not_is_hidden_too(alice, world, browser_of, answered, asked, said):
    about = {"instrument": "Spring survey", "wave": "1", "asked": asked, "answered": answered}
    link = file(world, kind="survey", about=about)
    row = f'How many answered</dt><ddclass="govuk-summary-list__value">{answered}</dd>'
    assert row.replace(" ", "") in "".join(shown(alice, link).split())
    page = "".join(shown(browser_of(world.dan), link).split())
    assert row.replace(" ", "") not in page
    assert f'value">{said}</dd>'.replace(" ", "") in page


def test_the_entries_of_a_checklist_are_listed_with_their_days(carl, world):
    entries = [{"what": "First visit", "on": "2026-03-02"}, {"what": "Second visit"}]
    link = file(world, kind="checklist", about={"entries": entries}, quantity=1)
    assert "First visit, 2 March 2026; Second visit" in shown(carl, link)


def test_whom_a_letter_went_to_is_listed(carl, world):
    about = {"sender": "The board", "sent_on": "2026-03-02", "recipients": ["Ann", "Bo"]}
    page = shown(carl, file(world, kind="letter", about=about))
    assert "Ann; Bo" in page
    assert "2 March 2026" in page
