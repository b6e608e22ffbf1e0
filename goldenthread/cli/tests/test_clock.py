"""The command `clock`, called as a user calls it."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from goldenthread.cli.main import main

COMMAND = "from goldenthread.cli.main import main; main()"


@pytest.fixture
def clock(monkeypatch, capsys):
    """Call the command; its exit code and what it printed."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["goldenthread", "clock", *words])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return SimpleNamespace(returncode=end.value.code, stdout=printed.out, stderr=printed.err)

    return call


@pytest.fixture
def answer(clock):
    """What the command answers with `--json`."""

    def call(*words):
        done = clock(*words, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return call


def test_seventy_working_days_come_with_their_count(answer):
    found = answer("K1", "--from", "2016-05-16", "--length", "70")
    assert found["date"] == "2016-08-23"
    assert found["trace"][0] == {"day": "2016-05-16", "n": 0, "why": "day 0: the day counted from"}
    assert {step["n"]: step["day"] for step in found["trace"]}[10] == "2016-05-31"
    assert found["calendar"] == "si-2007-462"
    assert found["cannot_be_worked_out"] is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("k1 --from 2022-09-01 --length 15", "2022-09-23"),
        ("working-days --from 2016-05-16 --length 70 --start-counts", "2016-08-22"),
        ("K1 --from 2016-05-16 --length 70 --calendar scotland", "2016-08-24"),
        ("K1 --from 2018-09-10 --length 20 --backwards", "2018-08-10"),
        ("K1 --from 2026-02-13 --length 1 --closed 2026-02-16..2026-02-20", "2026-02-23"),
        ("K6 --from 2026-02-15 --length 1 --closed 2026-02-16", "2026-02-17"),
        ("K2 --from 2022-09-01 --length 26", "2023-03-01"),
        ("K3 --from 2022-03-01 --length 6", "2022-04-12"),
        ("k4 --from 2012-11-30 --length 3", "2013-02-28"),
        ("K5 --from 2022-11-04T18:00 --length 72", "2022-11-07T18:00:00"),
        ("K5 --from 2022-11-04 --length 72", "2022-11-07"),
        ("K6 --from 2020-11-16 --length 14", "2020-11-30"),
        ("K7 --from 2016-07-20 --length 28", "2016-06-21"),
        ("K8 --from 2012-08-28 --length 2", "2012-10-27"),
        ("K9 --from 2022-10-18 --length 1 --backwards", "2022-10-17"),
    ],
)
def test_each_rule_answers(answer, words, due):
    assert answer(*words.split())["date"] == due


@pytest.mark.parametrize("span", ["2022-10", "2022-10-01..2022-10-31"])
def test_an_event_without_a_day_has_a_window_and_a_reason(answer, span):
    found = answer("K9", "--from", span, "--length", "0")
    assert (found["date"], found["trace"]) == (None, [])
    assert found["window"] == {"first": "2022-10-01", "last": "2022-10-31"}
    assert "no day yet" in found["cannot_be_worked_out"]


def test_the_count_can_be_read_by_a_person(clock):
    done = clock("K1", "--from", "2028-12-28", "--length", "3")
    assert done.returncode == 0
    assert "Answer: Wednesday 3 January 2029" in done.stdout
    assert "Note: Bank holidays are published to 31 December 2028." in done.stdout
    assert "Saturday 30 December 2028           not counted: Saturday" in done.stdout


def test_hours_are_printed_with_their_moment(clock):
    done = clock("K5", "--from", "2022-11-04T18:00", "--length", "72")
    assert "Answer: Monday 7 November 2022, 18:00" in done.stdout
    assert "Sat 5 Nov 2022 18:00" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        "K1 --length 70",
        "K1 --from 2016-05-16",
        "K11 --from 2016-05-16 --length 70",
        "K1 --from 16.5.2016 --length 70",
        "K1 --from 2016-05-16 --length -1",
        "K1 --from 2016-05-16 --length 70 --calendar mars",
        "K1 --from 2016-05-16 --length 70 --closed never",
        "K1 --from 2016-05-31..2016-05-01 --length 70",
    ],
)
def test_wrong_use_exits_2(clock, words):
    done = clock(*words.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "K2 --from 2022-09-01 --length 26 --backwards",
        "K1 --from 0016-05-16 --length 70",
        "K1 --from 2016-05 --length 70",
        "K1 --from 2016-05-16 --length 10001",
    ],
)
def test_what_cannot_be_done_is_refused_with_a_message_and_exits_1(clock, words):
    done = clock(*words.split(), "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_django_is_not_loaded_for_a_clock():
    code = (
        "import sys; sys.argv = ['goldenthread', 'clock', 'K3', '--from', '2022-03-01', "
        "'--length', '6']\nimport atexit\n"
        "atexit.register(lambda: print('django loaded:', 'django' in sys.modules))\n" + COMMAND
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "django loaded: False" in done.stdout


def test_an_open_event_is_printed_for_a_person_without_a_count(clock):
    done = clock("event", "--from", "2022-10", "--length", "0")
    assert done.stdout.splitlines()[1:] == [
        (
            "Answer: cannot be worked out: the event has no day yet; "
            "it is expected 1 October 2022 to 31 October 2022"
        )
    ]


def test_the_command_is_listed(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["goldenthread", "--help"])
    with pytest.raises(SystemExit):
        main()
    assert "clock" in capsys.readouterr().out
