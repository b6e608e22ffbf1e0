"""Words and the rows that hold them: the index follows every change, on either database."""

import pytest
from django.db import connection

from goldenthread.people import searching
from goldenthread.people.models import Person
from goldenthread.people.searching import Indexed, words_of

TABLE = "people_person"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Core  Group", ("core", "group")),
        ("re-referral", ("re", "referral")),
        ('"; DROP TABLE people_person; --', ("drop", "table", "people", "person")),
        ("NEAR(a b) OR *", ("near", "a", "b", "or")),
        ("group group", ("group",)),
        ("%_'\\ &|!:*()", ()),
        ("Zoë’s 15 days", ("zoë", "s", "15", "days")),
        (" ".join(f"w{n}" for n in range(30)), tuple(f"w{n}" for n in range(12))),
    ],
)
def test_only_letters_and_digits_of_what_is_typed_are_looked_for(typed, words):
    assert words_of(typed) == words


def named(cast, name):
    return Person.objects.create(authority=cast.aldermere, name=name)


def found(typed):
    keys = searching.newest(TABLE, words_of(typed), before=None, most=50)
    rows = Person.objects.filter(pk__in=searching.found(TABLE, words_of(typed)))
    assert sorted(keys, reverse=True) == keys
    assert set(rows.values_list("pk", flat=True)) == set(keys)
    return {row.name for row in rows}


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("therapists", True),
        ("therapist", True),
        ("the", True),
        ("ther spee", True),
        ("th", False),
        ("speech cip", False),
        ("speech cin", True),
        ("or", False),
        ("and", True),
        ("not", False),
    ],
)
def test_a_word_is_found_by_its_stem_or_its_beginning_and_every_word_must_be_there(
    cast, typed, there
):
    named(cast, "Speech and language therapists, CP/CIN")
    assert bool(found(typed)) is there


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("LAC reviews", True),
        ("looked after", False),
        ("looked after child", True),
        ("child looked after review", True),
        ("CYPIC nurse", False),
        ("lack", False),
    ],
)
def test_a_thing_is_found_by_the_names_that_it_had_in_other_years(cast, typed, there):
    named(cast, "Reviews of CLA")
    assert bool(found(typed)) is there


@pytest.mark.parametrize("typed", ["CLA", "lac", "children in care"])
def test_a_name_of_several_words_is_found_by_the_short_one_and_by_another_long_one(cast, typed):
    named(cast, "Nurse for looked-after children")
    named(cast, "After the children looked")
    assert found(typed) == {"Nurse for looked-after children"}


def test_the_newest_come_first_and_go_on_below_a_key(cast):
    rows = [named(cast, f"Reviewer {n}") for n in range(3)]
    words = words_of("reviewer")
    assert searching.newest(TABLE, words, before=None, most=2) == [rows[2].pk, rows[1].pk]
    assert searching.newest(TABLE, words, before=rows[1].pk, most=2) == [rows[0].pk]


def test_the_index_follows_a_change(cast):
    row = named(cast, "Kestrel")
    row.name = "Falcon"
    row.save()
    assert (found("kestrel"), found("falcon")) == (set(), {"Falcon"})


def test_every_table_of_the_rooms_has_its_index():
    assert {"plans_update", "plans_evidence", "inspections_recommendation", TABLE} <= set(
        searching.INDEXED
    )


def test_the_database_has_every_index(db):
    assert searching.missing(connection) == set()


@pytest.mark.sqlite
def test_an_index_whose_triggers_a_migration_lost_is_made_again_of_what_stands_there(cast):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER people_person_words_insert")
    named(cast, "Kestrel")
    assert found("kestrel") == set()
    assert searching.missing(connection) == {"people_person_words"}
    searching.put(connection)
    assert found("kestrel") == {"Kestrel"}
    assert searching.missing(connection) == set()


@pytest.mark.postgres
@pytest.mark.parametrize(
    "lost",
    [
        "INDEX people_person_searched_gin",
        "TABLE people_person_searched",
        "TRIGGER people_person_searched_put ON people_person",
    ],
)
def test_what_is_lost_of_an_index_is_made_again_of_what_stands_there(cast, lost):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER people_person_searched_put ON people_person")
        named(cast, "Kestrel")
        cursor.execute(f"DROP {lost}" if "TRIGGER" not in lost else "SELECT 1")
    assert searching.missing(connection) == {"people_person_words"}
    searching.put(connection)
    assert searching.missing(connection) == set()
    assert found("kestrel") == {"Kestrel"}


@pytest.mark.postgres
def test_an_index_of_an_earlier_version_gives_way(db):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE people_person_searched")
        cursor.execute("CREATE INDEX people_person_words ON people_person (name)")
    searching.put(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_class WHERE relname = 'people_person_words'")
        assert cursor.fetchone() is None


@pytest.mark.postgres
def test_the_words_follow_what_is_changed_deleted_or_emptied(db, monkeypatch):
    later = Indexed("people_later", ("text",))
    monkeypatch.setattr(searching, "INDEXED", {"people_later": later})
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE people_later (id bigint PRIMARY KEY, text text NOT NULL)")
        searching.put(connection)
        held = []
        for change in (
            "INSERT INTO people_later VALUES (1, 'Kestrel'), (2, 'Merlin')",
            "UPDATE people_later SET text = 'Hobby' WHERE id = 1",
            "DELETE FROM people_later WHERE id = 2",
            "TRUNCATE people_later",
        ):
            cursor.execute(change)
            cursor.execute("SELECT id, words::text FROM people_later_searched ORDER BY id")
            held.append(cursor.fetchall())
    assert held == [
        [(1, "'kestrel':1"), (2, "'merlin':1")],
        [(1, "'hobbi':1"), (2, "'merlin':1")],
        [(1, "'hobbi':1")],
        [],
    ]


def test_a_table_that_a_later_migration_makes_waits(db, monkeypatch):
    later = {**searching.INDEXED, "people_later": Indexed("people_later", ("text",))}
    monkeypatch.setattr(searching, "INDEXED", later)
    searching.put(connection)
    assert searching.missing(connection) == {"people_later_words"}


def test_a_table_is_entered_once():
    with pytest.raises(ValueError, match="people_person is entered already"):
        searching.register((Indexed(TABLE, ("notes",)),))
