"""The definitions as a page: each indicator with what is counted, by which clock, and its limits."""

from goldenthread.indicators.catalogue import GROUPS, INDICATORS
from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.indicators.rules import LOCAL_RULES

TITLES = (
    "Front door",
    "Protection",
    "Care",
    "Leaving care",
    "Workforce",
    "Practice",
)
HEAD = """# Indicators

Written from `goldenthread/indicators` by `python -m tools.print_indicators`; change it there.

{number} definitions. Each case is *met*, *not met*, *cannot be worked out*, *still open* or *too recent*; only the first two
are in the denominator. A missing start is never in time. Where a kind of test does not apply, the reason stands with it.
"""

CHECKED = """
## Checks of the data

What does not fit together, asked row by row before figures are believed (`goldenthread quality`). How many cases of each
indicator are of children with such a row is worked out with it, and not assumed.
"""


def page() -> str:
    """The whole page, in Markdown."""
    parts = [HEAD.format(number=len(INDICATORS))]
    for title, group in zip(TITLES, GROUPS, strict=True):
        parts += [f"## {title}\n", *map(_entry, group)]
    parts += ["## The councils' own rules\n", "| rule | what it is | usual |", "|---|---|---|"]
    parts += [f"| `{rule.name}` | {rule.meaning} | {rule.usual:g} |" for rule in LOCAL_RULES]
    parts += [CHECKED, "| check | what is wrong | what to do | source |", "|---|---|---|---|"]
    parts += [f"| `{one.id}` | {one.says} | {one.do} | {one.source} |" for one in CHECKS.values()]
    return "\n".join(parts) + "\n"


def _entry(one: Indicator) -> str:
    needs = "; ".join(f"{table}: {', '.join(columns)}" for table, columns in one.needs.items())
    lines = [
        f"### {one.id}: {one.title}\n",
        f"- **Numerator**: {one.numerator}",
        f"- **Denominator**: {one.denominator}",
        f"- **Unit**: {one.unit}; {one.kind.value}; better {one.better.value}; version {one.version}",
        f"- **Clock**: {one.clock}",
        f"- **Needs**: {needs}",
        f"- **Source**: {one.source}",
        f"- **Does not tell**: {one.limits}",
    ]
    if one.rules:
        lines.append(f"- **Rules of the council**: {', '.join(one.rules)}")
    if one.not_drawn:
        reasons = " ".join(f"{kind.value}: {why}" for kind, why in one.not_drawn.items())
        lines.append(f"- **Not tested, because it does not apply**: {reasons}")
    return "\n".join(lines) + "\n"
