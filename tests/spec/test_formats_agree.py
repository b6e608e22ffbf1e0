"""The same children told in two formats give the same figures, where both can tell."""

from datetime import date

import pytest

from goldenthread.engine import measuring, opening
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.catalogue import BY_NAME
from goldenthread.formats.reading import Keys
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Span
from goldenthread.synthetic import cin_census, flat
from goldenthread.synthetic.council import make
from tests.spec.drawn import _Drawn

AS_AT = date(2025, 3, 31)
MONTHS = 6
# What the census and the return tell as fully as the whole history does, within their year.
BOTH = [
    "ASMT_45WD",
    "ASMT_45_REF",
    "ASMT_OPEN_45",
    "REF_RATE",
    "REF_NFA",
    "REF_ASMT_CONV",
    "ASMT_NOTINNEED",
    "S47_RATE",
    "ICPC_CPP",
    "CPP_RATE",
    "CPP_12M",
    "CPP_18M",
    "CPP_24M",
    "CPP_END24M",
    "CIN_RATE",
    "CIN_PLAN",
    "CLA_RATE",
    "CLA_PWP",
    "CLA_PARTIC",
    "PERM_SGO",
]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The tables of the census and the return of a year, and those of the standard's extracts."""
    folder = tmp_path_factory.mktemp("told")
    council = make(children=3000, years=6, seed=11, as_at=AS_AT)
    cin_census.write(council, folder / "cin.xml", authority="901")
    flat.write_ssda903(council, folder / "903")
    flat.write_ssd(council, folder / "ssd")
    keys = Keys(b"secret", "901")
    year = {
        **BY_NAME["ssda903"].read(sorted((folder / "903").iterdir()), keys).tables,
        **BY_NAME["cin-census"].read([folder / "cin.xml"], keys).tables,
    }
    whole = BY_NAME["ssd"].read(sorted((folder / "ssd").iterdir()), keys).tables
    return figures(year, "year"), figures(whole, "whole")


def figures(tables, name):
    engine = opening.duckdb()
    made = Tables(engine)
    for table, rows in tables.items():
        columns = columns_of(rows)
        made[table] = engine.create_table(f"{name}_{table}", columns).mutate(
            authority=opening.ibis.literal("901"), complete_from=opening.ibis.null("date")
        )
    given = opening.inputs(engine, made, Span(AS_AT, MONTHS))
    return {
        (figure.indicator, figure.month): (figure.numerator, figure.denominator, figure.value)
        for indicator in BOTH
        for figure in measuring.figures(INDICATORS[indicator], given)
    }


class Tables(_Drawn):
    """What was read; a table that was not has no rows."""

    def __init__(self, engine):
        super().__init__({}, None)
        self._engine = engine

    def __missing__(self, name):
        from tests.spec.drawn import rows

        self[name] = self._engine.create_table(f"no_{name}", rows(name, "", None))
        return self[name]


@pytest.mark.parametrize("indicator", BOTH)
def test_an_indicator_of_two_formats_is_the_same(told, indicator):
    year, whole = told
    of_year = {month: value for (name, month), value in year.items() if name == indicator}
    of_whole = {month: value for (name, month), value in whole.items() if name == indicator}
    assert any(value[0] or value[1] for value in of_whole.values())
    assert of_year == of_whole
