"""The lists of a made council tell what happened within six months, and what stood last."""

from datetime import date

from goldenthread.formats.annex_a.reader import read
from goldenthread.formats.reading import Keys
from goldenthread.synthetic import annex_a
from goldenthread.synthetic.council import make

AS_AT = date(2025, 3, 31)


def test_each_list_of_states_has_a_child_once(tmp_path):
    council = make(children=3000, years=6, seed=3, as_at=AS_AT)
    counts = annex_a.write(council, tmp_path / "a.xlsx")
    assert counts["List 2"] > 0
    reading = read(tmp_path / "a.xlsx", Keys(b"secret", "901"))
    for table in ("cp_plans", "care_episodes", "cin_plans"):
        rows = reading.tables[table]
        children = [row[rows.columns.index("child")] for row in rows.rows]
        assert len(children) == len(set(children)) > 0


def test_events_are_of_the_last_six_months(tmp_path):
    council = make(children=300, years=6, seed=3, as_at=AS_AT)
    annex_a.write(council, tmp_path / "a.xlsx")
    rows = read(tmp_path / "a.xlsx", Keys(b"secret", "901")).tables["contacts"]
    days = [row[rows.columns.index("contact_date")] for row in rows.rows]
    assert min(days) > date(2024, 9, 30)
