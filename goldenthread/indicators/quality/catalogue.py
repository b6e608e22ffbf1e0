"""All checks of the data, by id."""

from goldenthread.indicators.quality import every_table, protecting, staying
from goldenthread.indicators.quality.checks import Check

CHECKS: dict[str, Check] = {
    each.id: each for each in (*every_table.CHECKS, *protecting.CHECKS, *staying.CHECKS)
}
