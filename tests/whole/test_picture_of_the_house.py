"""The picture in docs/architecture.md shows the house that stands."""

from tools import draw_house


def test_the_picture_is_drawn_from_the_rooms_as_they_are_today():
    drawn = draw_house.PICTURE.read_text(encoding="utf-8")
    assert drawn == draw_house.draw(), "Run: .venv/bin/python tools/draw_house.py"


def test_each_room_of_the_contract_has_its_words_and_no_other():
    rooms = [room for floor in draw_house.floors() for room in floor]
    assert sorted(rooms) == sorted(draw_house.WORDS)


def test_a_room_without_a_folder_is_shown_as_planned(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_house, "ROOT", tmp_path)
    assert draw_house.state("plans") == "planned"


def test_a_room_with_only_its_app_and_migrations_is_shown_as_empty(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_house, "ROOT", tmp_path)
    room = tmp_path / "goldenthread" / "plans"
    (room / "migrations").mkdir(parents=True)
    for name in ("__init__.py", "apps.py", "migrations/0001_initial.py"):
        (room / name).touch()
    assert draw_house.state("plans") == "empty"


def test_a_room_with_a_model_is_shown_as_having_code(tmp_path, monkeypatch):
    monkeypatch.setattr(draw_house, "ROOT", tmp_path)
    room = tmp_path / "goldenthread" / "plans"
    room.mkdir(parents=True)
    for name in ("__init__.py", "models.py"):
        (room / name).touch()
    assert draw_house.state("plans") == "code"
