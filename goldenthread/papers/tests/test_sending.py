"""To whom a signed paper was sent, who acknowledged it, and its covering letter."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers import actions, covering
from goldenthread.papers.document import Grid, Paragraph
from goldenthread.papers.models import Recipient, Sending
from goldenthread.papers.tests.factories import TODAY, signed
from goldenthread.people.history import history_of
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]
TO = ["Ofsted", " Department  for Education ", "Ofsted"]


@pytest.fixture
def paper(cast):
    return signed(recorded(cast), cast.bob)


def send(paper, by, **more):
    given = {"to": TO, "sent_on": TODAY, "how": "email", **more}
    return actions.record_sending(paper=paper, by=by, **given)


def grids(document):
    blocks = [block for block in document.blocks if isinstance(block, Grid)]
    return {grid.caption: [[cell.text for cell in row] for row in grid.rows] for grid in blocks}


def test_a_sending_names_each_recipient_once_and_stands_in_the_history(cast, paper):
    sending = send(paper, cast.alice)
    names = [str(one) for one in sending.recipients.order_by("pk")]
    assert names == ["Ofsted", "Department for Education"]
    assert str(sending) == "P1-S1, sent on 2026-03-16"
    [line] = history_of(sending)
    after = {change.name: change.after for change in line.changes}
    assert (line.verb, after["to"]) == ("sent", names)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"to": [" ", ""]}, "Nobody is named"),
        ({"to": ["x" * 201]}, "200 letters at most"),
        ({"to": [f"Board {n}" for n in range(101)]}, "101 recipients are named; 100 are the most"),
        ({"sent_on": TODAY + timedelta(days=1)}, "17 March 2026 is to come"),
        ({"sent_on": TODAY - timedelta(days=1)}, "before 16 March 2026, when the paper was signed"),
        ({"covering": "x" * 5001}, "5001 characters; 5000 are the most"),
        ({"covering": "Born on 3/4/2015."}, "may tell who a child is"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason_and_nothing_is_kept(cast, paper, given, says):
    with pytest.raises(NotAllowedNow, match=says):
        send(paper, cast.alice, **given)
    assert not Sending.objects.exists()


def test_a_recipient_acknowledges_once_and_not_before_the_sending(cast, paper, fixed_clock):
    sending = send(paper, cast.alice)
    recipient = sending.recipients.get(name="Ofsted")
    fixed_clock.move_to("2026-03-20T10:00:00+00:00")
    given = {"recipient": recipient, "by": cast.alice}
    for day, says in [(date(2026, 3, 15), "when the paper was sent"), (date(2026, 3, 21), "come")]:
        with pytest.raises(NotAllowedNow, match=says):
            actions.record_acknowledgement(on=day, **given)
    with pytest.raises(NotAllowedNow, match="5001 characters"):
        actions.record_acknowledgement(on=date(2026, 3, 18), words="x" * 5001, **given)
    made = actions.record_acknowledgement(on=date(2026, 3, 18), words=" Ref 12 ", **given)
    assert (str(made), made.words) == ("Ofsted, acknowledged on 2026-03-18", "Ref 12")
    with pytest.raises(NotAllowedNow, match="acknowledged on 18 March 2026 already"):
        actions.record_acknowledgement(on=date(2026, 3, 18), **given)


def test_the_covering_letter_prints_who_it_went_to_the_files_and_who_acknowledged(cast, paper):
    sending = send(paper, cast.alice, covering="Dear all,\nPlease find our plan.")
    recipient = sending.recipients.get(name="Ofsted")
    actions.record_acknowledgement(recipient=recipient, on=TODAY, words="Ref 12", by=cast.alice)
    document = covering.build(sending, by=cast.bob)
    text = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert text[:2] == ["Dear all,", "Please find our plan."]
    assert text[2] == "Improvement officer (post not recorded)"
    found = grids(document)
    assert found["Distribution"] == [
        ["Ofsted", "16 March 2026: Ref 12"],
        ["Department for Education", "Not yet"],
    ]
    hashes = set(paper.files.values_list("sha256", flat=True))
    assert {row[1] for row in found["Enclosed files"]} == hashes


def test_a_sending_without_a_letter_says_so(cast, paper):
    document = covering.build(send(paper, cast.alice), by=cast.bob)
    text = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert text[0] == "It was sent without a covering letter."


def test_who_does_not_see_the_plan_gets_no_letter(cast, paper):
    sending = send(paper, cast.alice)
    with pytest.raises(Sending.DoesNotExist):
        covering.build(sending, by=cast.charlie)


def test_the_database_keeps_sendings_as_they_are(cast, paper):
    sending = send(paper, cast.alice)
    with pytest.raises(NotAllowedNow, match="never changed"):
        sending.save()
    for statement in ("DELETE FROM papers_recipient", "UPDATE papers_sending SET covering = 'x'"):
        with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
            connection.cursor().execute(statement)
    with pytest.raises(IntegrityError, match=r"once_a_sending|replaced"), transaction.atomic():
        Recipient.objects.bulk_create([Recipient(sending=sending, name="Ofsted")])


def test_only_who_sees_the_plan_sees_its_sendings(cast, paper):
    sending = send(paper, cast.alice)
    recipient = sending.recipients.get(name="Ofsted")
    made = actions.record_acknowledgement(recipient=recipient, on=TODAY, by=cast.alice)
    for row in (sending, recipient, made):
        rows = type(row).objects
        assert rows.visible_to(cast.bob).filter(pk=row.pk).exists()
        assert not rows.visible_to(cast.charlie).filter(pk=row.pk).exists()
        assert getattr(row, "authority", cast.aldermere) == cast.aldermere
