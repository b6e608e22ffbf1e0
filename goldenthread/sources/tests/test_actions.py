"""Screening an upload and deciding about it: who may, what is kept, and what others see."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.people.models import HistoryValue, PartnerOrganisation
from goldenthread.people.roles import COLLEAGUES, Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import actions
from goldenthread.sources.models import KEEPERS, StoredFile, Suspicion, Upload
from goldenthread.sources.places import Place
from goldenthread.sources.screening import MASK

NHS = "943 476 5919"
HERE, THERE = {"page": 1, "line": 2}, Place(page=3, table=1, row=5, cell=2)
TEXTS = [(HERE, f"NHS {NHS} and case number 12345"), (THERE, "mother of Zoë")]
RESTRICTED, REMOVED = Suspicion.Decision.RESTRICTED, Suspicion.Decision.REMOVED
NOT_PERSONAL = Suspicion.Decision.NOT_PERSONAL


@pytest.fixture
def suspicions(cast, upload):
    return actions.screen_upload(upload=upload, texts=TEXTS, by=cast.alice)


def decide(suspicions, decision, by, why="Seen with the team"):
    return actions.decide(suspicions=suspicions, decision=decision, why=why, by=by)


def test_each_suspicion_has_its_place_its_reason_and_a_masked_excerpt(suspicions):
    assert [(row.get_kind_display(), str(row).partition(", ")[2]) for row in suspicions] == [
        ("NHS number", "page 1, line 2"),
        ("Number in a case system", "page 1, line 2"),
        ("Name of a child", "page 3, table 1, row 5, column 2"),
    ]
    assert suspicions[0].excerpt == "NHS ███ and case number ███"
    assert suspicions[2].excerpt == "mother of ███"
    assert all(row.reason and row.decision == Suspicion.Decision.OPEN for row in suspicions)


def test_a_text_is_screened_under_its_heading(cast, upload):
    [row] = actions.screen_upload(
        upload=upload, texts=[(HERE, "03/05/2010", "Date of birth")], by=cast.alice
    )
    assert (row.kind, row.start, row.excerpt) == ("birth_date", 0, "███")


def test_the_name_of_the_file_is_screened_too(cast):
    upload = actions.store(
        authority=cast.aldermere, name="Child Tom_born_03.05.2010.txt", data=b"x", by=cast.alice
    )
    [row] = actions.screen_upload(upload=upload, texts=[], by=cast.alice)
    assert (row.place, str(row)) == ({}, "Date of birth, the file as a whole")


def test_screening_twice_raises_nothing_twice(cast, upload, suspicions):
    decide(suspicions[:1], NOT_PERSONAL, cast.alice)
    more = [*TEXTS, TEXTS[0], ({"page": 9}, "child called Tom")]
    [new] = actions.screen_upload(upload=upload, texts=more, by=cast.alice)
    assert (new.place, upload.suspicions.count()) == ({"page": 9}, 4)
    assert upload.suspicions.undecided().count() == 3


def test_known_officers_are_no_suspects(cast, upload):
    texts = [(HERE, "child called Bob Baker"), (THERE, "sister of Charlie Cooper")]
    [row] = actions.screen_upload(upload=upload, texts=texts, by=cast.alice)
    assert row.place == THERE.as_dict(), "Charlie is an officer of another authority only"


def test_no_value_reaches_the_history(cast, upload, suspicions):
    decide(suspicions, REMOVED, cast.alice, why=f"It is {NHS}, child called Zoë")
    texts = " ".join(HistoryValue.objects.values_list("text", flat=True))
    for value in (NHS, "12345", "Zoë"):
        assert value not in texts
        assert not Suspicion.objects.filter(excerpt__contains=value).exists()
    [screened, uploaded] = sorted(history_of(upload), key=lambda entry: entry.verb)
    assert (screened.verb, uploaded.verb) == ("screened", "uploaded")
    assert screened.changes[0].after == {"nhs_number": 1, "case_number": 1, "child_name": 1}


def test_a_decision_says_who_when_and_why_in_row_and_history(cast, suspicions):
    [row] = decide(suspicions[:1], RESTRICTED, cast.bob)
    row.refresh_from_db()
    assert (row.decision, row.decided_by, row.why) == (RESTRICTED, cast.bob, "Seen with the team")
    assert row.decided_at is not None
    [entry] = history_of(row)
    assert (entry.verb, entry.by, entry.why) == ("decided", cast.bob, "Seen with the team")
    assert [(change.before, change.after) for change in entry.changes] == [("open", "restricted")]


def test_a_decision_can_be_changed_and_both_stand_in_the_history(cast, suspicions):
    decide(suspicions, RESTRICTED, cast.alice)
    decide(suspicions, NOT_PERSONAL, cast.bob, why="A test number")
    assert {row.decision for row in Suspicion.objects.all()} == {NOT_PERSONAL}
    assert len(list(history_of(suspicions[0]))) == 2


@pytest.mark.parametrize(
    ("decision", "why"), [(RESTRICTED, " "), (Suspicion.Decision.OPEN, "Because")]
)
def test_a_decision_needs_a_reason_and_an_answer(cast, suspicions, decision, why):
    with pytest.raises(NotAllowedNow, match="reason"):
        decide(suspicions, decision, cast.alice, why=why)
    assert Suspicion.objects.undecided().count() == 3


def test_decisions_are_about_one_file(cast, suspicions):
    other = actions.store(authority=cast.aldermere, name="B.txt", data=b"B", by=cast.alice)
    [row] = actions.screen_upload(upload=other, texts=TEXTS[1:], by=cast.alice)
    for chosen in ([], [*suspicions, row]):
        with pytest.raises(NotAllowedNow, match="one file"):
            decide(chosen, REMOVED, cast.alice)


@pytest.mark.parametrize("role", Role)
def test_keepers_decide_about_every_upload_and_others_about_their_own(
    cast, suspicions, role, roles_scope
):
    scope = roles_scope(role)
    user = make_user("Erin Ellis", cast.aldermere, role, **scope)
    assert Suspicion.objects.visible_to(user).exists() is (role in KEEPERS)
    if role in KEEPERS:
        assert decide(suspicions, REMOVED, user)
    else:
        with pytest.raises(NotAllowedNow):
            decide(suspicions, REMOVED, user)
    if role in {Role.ELECTED_MEMBER, Role.ADMINISTRATOR}:
        return
    own = actions.store(
        authority=cast.aldermere, name="Own", data=b"own", by=user, partner=scope.get("partner")
    )
    rows = actions.screen_upload(upload=own, texts=TEXTS, by=user)
    assert set(Suspicion.objects.visible_to(user)) >= set(rows)
    assert len(decide(rows, NOT_PERSONAL, user)) == 3


def test_a_lead_does_not_screen_other_peoples_uploads(cast, upload):
    erin = make_user("Erin Ellis", cast.aldermere, Role.LEAD)
    with pytest.raises(NotAllowed, match="other people's uploads"):
        actions.screen_upload(upload=upload, texts=TEXTS, by=erin)
    with pytest.raises(ObjectDoesNotExist):
        actions.screen_upload(upload=upload, texts=TEXTS, by=cast.charlie)


def test_a_restricted_file_is_opened_by_keepers_and_who_uploaded_it_only(cast):
    lead = make_user("Erin Ellis", cast.aldermere, Role.LEAD)
    other = make_user("Frank Field", cast.aldermere, Role.LEAD)
    upload = actions.store(authority=cast.aldermere, name="A.txt", data=b"A", by=lead)
    rows = actions.screen_upload(upload=upload, texts=TEXTS, by=lead)
    everybody = [lead, other, cast.alice, cast.bob]

    def readers():
        return [user for user in everybody if StoredFile.objects.readable_by(user).exists()]

    assert readers() == everybody, "an open suspicion warns and refuses nothing"
    decide(rows[:1], RESTRICTED, lead)
    assert readers() == [lead, cast.alice, cast.bob]
    assert StoredFile.objects.visible_to(other).exists(), "that it exists is no secret"
    decide(rows[:1], NOT_PERSONAL, cast.bob)
    assert readers() == everybody
    assert not StoredFile.objects.readable_by(cast.charlie).exists()


@pytest.mark.parametrize("role", Role)
def test_colleagues_see_uploads_and_guests_do_not(cast, upload, role, roles_scope):
    user = make_user("Erin Ellis", cast.aldermere, role, **roles_scope(role))
    sees = role in COLLEAGUES
    assert Upload.objects.visible_to(user).exists() is sees
    assert StoredFile.objects.visible_to(user).exists() is sees


def test_a_partner_user_sees_what_its_own_organisation_uploaded(cast, upload, roles_scope):
    scope = roles_scope(Role.PARTNER_USER)
    erin, frank = (
        make_user(name, cast.aldermere, Role.PARTNER_USER, **scope)
        for name in ("Erin Ellis", "Frank Field")
    )
    theirs = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Other")
    george = make_user("George Gale", cast.aldermere, Role.PARTNER_USER, partner=theirs)
    own = actions.store(
        authority=cast.aldermere, name="Own", data=b"own", by=erin, partner=scope["partner"]
    )
    for user, seen in [(erin, [own]), (frank, [own]), (george, [])]:
        assert list(Upload.objects.visible_to(user)) == seen
        assert list(StoredFile.objects.readable_by(user)) == [upload.file for upload in seen]
    with pytest.raises(NotAllowed):
        actions.store(
            authority=cast.aldermere, name="X", data=b"x", by=george, partner=scope["partner"]
        )


def test_what_was_removed_is_cut_from_the_texts_and_nothing_else(cast, upload, suspicions):
    decide(suspicions[1:], REMOVED, cast.alice)
    texts = [*TEXTS, ({"page": 7}, "mother of Zoë")]
    assert actions.without_removed(upload=upload, texts=texts) == [
        f"NHS {NHS} and case number [removed]",
        "mother of [removed]",
        "mother of Zoë",
    ]


def test_an_edited_text_loses_all_of_the_removed_kind(cast, upload, suspicions):
    decide(suspicions[1:2], REMOVED, cast.alice)
    edited = f"Look: NHS {NHS}, case number 12345, LCS ID 445566"
    assert actions.without_removed(upload=upload, texts=[(HERE, edited)]) == [
        f"Look: NHS {NHS}, case number [removed], LCS ID [removed]"
    ]


@pytest.mark.parametrize(
    ("heading", "value", "edited"),
    [
        ("Date of birth", "03/05/2010", "Seen by the team"),
        ("LCS ID", "445566", "None"),
        ("Child's name", "Tom Marsh", "Recruit four workers"),
        ("NHS no", "943 476 5918", "9"),
        ("UPN", "Z999999999999", "Z"),
    ],
)
def test_a_removed_value_is_cut_though_its_heading_is_lost_and_an_edited_text_is_left(
    cast, upload, heading, value, edited
):
    rows = actions.screen_upload(upload=upload, texts=[(HERE, value, heading)], by=cast.alice)
    decide(rows, REMOVED, cast.alice)
    cut = actions.without_removed(upload=upload, texts=[(HERE, value)])
    assert cut == ["[removed]"]
    assert actions.without_removed(upload=upload, texts=[(HERE, edited)]) == [edited]


def test_texts_stay_as_they_are_while_nothing_is_removed(cast, upload, suspicions):
    decide(suspicions, RESTRICTED, cast.alice)
    assert actions.without_removed(upload=upload, texts=TEXTS) == [text for _, text in TEXTS]


@pytest.mark.parametrize(
    "values",
    [
        {"decision": "removed"},
        {"decision": "unheard of", "why": "x"},
        {"why": "a reason without a decision"},
        {"end": 0},
        {"kind": "unheard of"},
    ],
    ids=str,
)
def test_the_database_refuses_a_suspicion_that_cannot_be(suspicions, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Suspicion.objects.filter(pk=suspicions[0].pk).update(**values)


def test_the_database_refuses_the_same_suspicion_twice(suspicions):
    row = Suspicion.objects.get(pk=suspicions[0].pk)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_fifty_suspicions_cost_no_more_queries_than_two(
    cast, upload, django_assert_max_num_queries
):
    texts = [({"page": page}, "child called Tom") for page in range(1, 51)]
    with django_assert_max_num_queries(20):
        rows = actions.screen_upload(upload=upload, texts=texts, by=cast.alice)
    assert len(rows) == 50
    assert MASK in rows[0].excerpt
    with django_assert_max_num_queries(20):
        decide(rows, REMOVED, cast.alice)
