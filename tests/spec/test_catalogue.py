"""The catalogue is whole: every file is in it, every definition says what it must."""

from pathlib import Path

import pytest

import goldenthread.indicators
from goldenthread.indicators.catalogue import GROUPS, INDICATORS
from goldenthread.indicators.kinds import Kind
from goldenthread.indicators.rules import BY_NAME
from goldenthread.tables.catalogue import TABLES
from tools import print_indicators

FOLDER = Path(goldenthread.indicators.__file__).parent
SPEC = Path(__file__).parent
each_one = pytest.mark.parametrize("one", INDICATORS.values(), ids=lambda one: one.id)


def test_no_id_stands_twice():
    assert len(INDICATORS) == sum(len(group) for group in GROUPS)


def test_every_file_that_defines_an_indicator_is_in_the_catalogue():
    defines = [path for path in FOLDER.glob("*/*.py") if " = Indicator(" in path.read_text()]
    files = {path.stem for path in defines}
    listed = {one.population.__module__.rpartition(".")[2] for one in INDICATORS.values()}
    assert files == listed


@each_one
def test_an_indicator_is_drawn_in_a_test(one):
    module = one.population.__module__
    tests = [path.read_text() for path in SPEC.glob("*/test_*.py")]
    assert any(module in text for text in tests)


@each_one
def test_an_indicator_says_what_it_must(one):
    texts = (one.title, one.numerator, one.denominator, one.unit, one.clock, one.source, one.limits)
    assert all(texts)
    assert all(one.not_drawn.values())
    assert (one.kind is Kind.MEAN) == (one.amount is not None)
    assert set(one.rules) <= set(BY_NAME)


@each_one
def test_an_indicator_needs_columns_that_there_are(one):
    for table, columns in one.needs.items():
        assert set(columns) <= set(TABLES[table].by_name)


def test_the_page_of_definitions_is_the_one_that_the_code_writes():
    page = print_indicators.PAGE.read_text(encoding="utf-8")
    assert page == print_indicators.page(), "Run: .venv/bin/python -m tools.print_indicators"


@pytest.mark.shared
def test_every_indicator_of_the_domain_has_its_file(shared):
    lines = (shared / "domain" / "indicators.csv").read_text().splitlines()[1:]
    assert {line.partition(",")[0] for line in lines} == set(INDICATORS)
