"""Census files that the tests load, and what figures then say."""

from datetime import UTC, date, datetime, timedelta

from goldenthread.engine import measuring, opening
from goldenthread.formats.catalogue import BY_NAME
from goldenthread.formats.cin_census.tests.made import HEADER, census, child, details
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Span
from goldenthread.sources import known as knowing
from goldenthread.sources.actions.loads import load

CENSUS = BY_NAME["cin-census"]


def referrals(folder, children, *, year=2025, name="census.xml"):
    """A census file of the year that ends in March: for each child its days of referral."""
    text = census(
        *(
            child(number, *(details(referred=day) for day in days))
            for number, days in children.items()
        ),
        header=HEADER.replace("2025-03-31", f"{year}-03-31").replace(">2025<", f">{year}<"),
    ).replace("<LEA>999</LEA>", "")
    path = folder / name
    path.write_text(text)
    return path


def take_in(cast, path, *, year=2025, by=None):
    """The file as a load of Aldermere."""
    return load(
        authority=cast.aldermere,
        form=CENSUS,
        paths=[path],
        as_at=date(year, 3, 31),
        by=by or cast.setup,
    )


def now():
    return datetime.now(UTC) + timedelta(seconds=1)


def re_referrals(cast, *, moment=None, as_at=date(2025, 3, 31), months=12):
    """The cases of each outcome as figures count them: {month: (met, counted, cannot)}."""
    found = knowing.known([cast.aldermere], moment or now())
    given = knowing.inputs(opening.duckdb(), found, Span(as_at, months), [])
    figures = measuring.figures(INDICATORS["REREF_12M"], given)
    return {
        f"{each.month:%Y-%m}": (each.numerator, each.denominator, each.cannot)
        for each in figures
        if each.state != "nobody to count"
    }
