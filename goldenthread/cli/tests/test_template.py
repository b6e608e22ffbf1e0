"""`goldenthread template`: what it writes is known by the reader as the list that it is of."""

from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.formats.plain.reader import table_of
from goldenthread.formats.plain.tables import BY_NAME


def templates(*words):
    return CliRunner().invoke(app, ["template", *map(str, words)])


def test_every_list_has_a_template_that_is_read_as_that_list(tmp_path):
    answer = templates("--out", tmp_path / "lists")
    assert answer.exit_code == 0
    assert f"{len(BY_NAME)} empty lists" in answer.stdout
    for name in BY_NAME:
        assert table_of(tmp_path / "lists" / f"{name}.csv").name == name


def test_a_list_that_stands_there_is_never_written_over(tmp_path):
    (tmp_path / "audits.csv").write_text("my own")
    refused = templates("families", "audits", "--out", tmp_path)
    assert "audits.csv: It stands in" in str(refused.exception)
    assert (tmp_path / "audits.csv").read_text() == "my own"
    assert not (tmp_path / "families.csv").exists()


def test_an_unknown_list_is_refused_with_those_that_there_are(tmp_path):
    refused = templates("shoes", "--out", tmp_path)
    assert "shoes: There is no such list. Choose from families" in str(refused.exception)
