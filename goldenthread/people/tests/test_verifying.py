"""Every way of tampering with the history is found, and the place is said."""

import hashlib

import pytest
from django.db import connection

from goldenthread.people import triggers
from goldenthread.people.history import head, record, second_place
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryHead, HistoryLine, Team

SECRET = "what nobody should read in a message"


@pytest.fixture
def lines(cast, django_capture_on_commit_callbacks):
    """Six lines about a team, their heads kept, after those that made the cast."""
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    made = []
    for number in range(6):
        with django_capture_on_commit_callbacks(execute=True):
            made.append(
                record(by=cast.alice, verb="said", thing=team, after={"n": number, "t": SECRET})
            )
    assert verify().holds
    triggers.drop(connection)
    return made


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def found():
    """The numbers of the lines that do not hold, and everything that was said about them."""
    problems = verify().problems
    said = " ".join(str(problem) for problem in problems)
    assert SECRET not in said
    return [problem.line for problem in problems], said


def test_an_untouched_history_verifies_and_says_its_head(lines):
    result = verify()
    assert result.holds
    assert (result.count, result.hash) == head() == (lines[-1].number, lines[-1].hash)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("verb", "praised"),
        ("at", "2020-01-01 00:00:00+00:00"),
        ("thing_id", "7"),
        ("by_id", None),
        ("authority_id", None),
    ],
)
def test_an_edited_line_is_found(lines, cast, column, value):
    value = cast.bob.pk if column == "by_id" else value
    value = cast.bramley.pk if column == "authority_id" else value
    HistoryLine.objects.filter(number=lines[2].number).update(**{column: value})
    numbers, said = found()
    assert numbers == [lines[2].number]
    assert "was changed after it was written" in said
    if column != "thing_id":
        assert f"people.team {lines[2].thing_id}" in said


def test_an_edited_digest_is_found(lines):
    sql("UPDATE people_historyline SET digests = '{}' WHERE number = %s", lines[2].number)
    numbers, _ = found()
    assert set(numbers) == {lines[2].number}


def test_digests_that_are_no_longer_digests_are_found(lines):
    sql("UPDATE people_historyline SET digests = '[1]' WHERE number = %s", lines[2].number)
    assert found()[0] == [lines[2].number]


def test_an_edited_value_is_found(lines):
    sql(
        "UPDATE people_historyvalue SET text = '99' WHERE line_id = %s AND name = 'n'",
        lines[3].number,
    )
    numbers, said = found()
    assert numbers == [lines[3].number]
    assert "“after.n” was changed" in said


def test_a_value_taken_out_by_hand_is_found(lines):
    sql("DELETE FROM people_historyvalue WHERE line_id = %s AND name = 'n'", lines[3].number)
    numbers, said = found()
    assert numbers == [lines[3].number]
    assert "no two people approved" in said


def test_a_value_taken_out_together_with_its_digest_is_found(lines):
    line = HistoryLine.objects.get(number=lines[3].number)
    del line.digests["after.n"]
    line.save()
    sql("DELETE FROM people_historyvalue WHERE line_id = %s AND name = 'n'", line.number)
    numbers, said = found()
    assert numbers == [line.number]
    assert "was changed after it was written" in said


def test_a_genuine_line_of_another_branch_of_the_history_is_found(lines, cast):
    """As if two copies of the database had lived on and somebody mixed their lines."""
    replaced, follower = lines[4], HistoryLine.objects.get(number=lines[5].number)
    values = list(follower.values.all())
    cut(lines, 4)
    record(by=cast.bob, verb="said", thing=cast.aldermere)
    follower.save(force_insert=True)
    for value in values:
        value.save(force_insert=True)
    HistoryHead.objects.update(count=follower.number, hash=follower.hash)
    second_place.path_of(HistoryHead.objects.get().chain).write_text("")
    numbers, said = found()
    assert numbers == [replaced.number + 1]
    assert "does not follow from the line before it" in said


def test_a_value_put_in_by_hand_is_found(lines):
    sql(
        "INSERT INTO people_historyvalue (line_id, place, name, text, salt) "
        "VALUES (%s, 'after', 'm', '1', '')",
        lines[3].number,
    )
    numbers, said = found()
    assert numbers == [lines[3].number]
    assert "“after.m” was added" in said


def test_a_deleted_line_is_found(lines):
    drop(lines[2])
    numbers, said = found()
    assert numbers == [lines[2].number]
    assert "It is missing" in said


def test_several_deleted_lines_are_one_place(lines):
    drop(*lines[1:4])
    numbers, said = found()
    assert numbers == [lines[1].number]
    assert f"with all lines up to {lines[3].number}" in said


def test_a_deleted_line_whose_followers_moved_up_is_found(lines):
    drop(lines[2])
    for line in lines[3:]:
        move(line.number, line.number - 1)
    HistoryHead.objects.update(count=lines[-2].number)
    numbers, _ = found()
    assert numbers[0] == lines[2].number
    assert lines[-1].number in numbers, "the second place knows of one line more"


def test_two_lines_that_changed_places_are_found(lines):
    one, other = lines[1].number, lines[3].number
    move(one, 10**6)
    move(other, one)
    move(10**6, other)
    assert {one, other} <= set(found()[0])


def test_a_cut_tail_is_found_by_the_chains_head(lines):
    drop(lines[-1])
    numbers, said = found()
    assert numbers == [lines[-1].number]
    assert "It is missing" in said


def test_a_cut_tail_whose_head_was_set_back_is_found_by_the_second_place(lines):
    cut(lines, 3)
    numbers, said = found()
    assert numbers == [lines[3].number]
    assert f"with all lines up to {lines[-1].number}" in said


def test_a_cut_tail_stays_found_when_others_write_on(
    lines, cast, django_capture_on_commit_callbacks
):
    cut(lines, 3)
    for _ in range(6):
        with django_capture_on_commit_callbacks(execute=True):
            record(by=cast.bob, verb="went on", thing=cast.aldermere)
    numbers, said = found()
    assert numbers == [line.number for line in lines[3:]]
    assert "differs from the head" in said


def test_a_cut_tail_is_found_by_a_printed_head_alone(lines):
    printed = head()
    second_place.path_of(HistoryHead.objects.get().chain).write_text("")
    cut(lines, 3)
    assert verify().holds, "nothing but the paper knows"
    assert [p.line for p in verify([printed]).problems] == [lines[3].number]


def test_a_rehash_without_the_key_is_found_from_its_first_line(lines):
    sql("UPDATE people_historyline SET verb = 'praised' WHERE number = %s", lines[2].number)
    previous = lines[1].hash
    for line in HistoryLine.objects.filter(number__gte=lines[2].number).order_by("number"):
        forged = hashlib.sha256(f"{line.number}{previous}".encode()).hexdigest()
        sql(
            "UPDATE people_historyline SET previous = %s, hash = %s WHERE number = %s",
            previous,
            forged,
            line.number,
        )
        previous = forged
    HistoryHead.objects.update(hash=previous)
    numbers, said = found()
    assert sorted(set(numbers)) == [line.number for line in lines[2:]]
    assert "not written with our key" in said


def test_another_key_fits_no_line(lines, settings):
    settings.HISTORY_KEY = "another"
    assert {line.number for line in lines} <= set(found()[0])


def test_a_line_written_by_hand_after_the_head_is_found(lines):
    number = lines[-1].number + 1
    HistoryLine.objects.create(
        number=number, at=lines[-1].at, by=lines[-1].by, verb="said", thing_type="x", thing_id="1"
    )
    assert found() == ([number], f"Line {number} (x 1): It stands after the chain's head.")


def test_a_head_that_names_another_hash_is_found(lines):
    HistoryHead.objects.update(hash="0" * 64)
    assert found()[0] == [lines[-1].number]


def test_a_head_that_is_gone_is_found(lines):
    HistoryHead.objects.all().delete()
    assert "head is missing" in found()[1]


def test_a_second_place_that_is_gone_is_found(lines):
    second_place.path_of(HistoryHead.objects.get().chain).unlink()
    assert "second place" in found()[1]


def test_a_commit_that_was_not_kept_and_half_an_entry_are_no_fault(
    lines, cast, django_capture_on_commit_callbacks
):
    record(by=cast.alice, verb="died before the append", thing=cast.aldermere)
    with second_place.path_of(HistoryHead.objects.get().chain).open("a") as file:
        file.write("12 3f")
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            record(by=cast.alice, verb="went on", thing=cast.aldermere)
    assert verify().holds


def drop(*lines):
    for line in lines:
        sql("DELETE FROM people_historyvalue WHERE line_id = %s", line.number)
        sql("DELETE FROM people_historyline WHERE number = %s", line.number)


def cut(lines, first):
    """Take the lines from `first` on away, and set the head back as a careful forger would."""
    drop(*lines[first:])
    HistoryHead.objects.update(count=lines[first - 1].number, hash=lines[first - 1].hash)


def move(number, to):
    """Give a line with its values another number."""
    line = HistoryLine.objects.get(number=number)
    values = list(line.values.all())
    line.number = to
    line.save(force_insert=True)
    for value in values:
        sql("UPDATE people_historyvalue SET line_id = %s WHERE id = %s", to, value.pk)
    sql("DELETE FROM people_historyline WHERE number = %s", number)
