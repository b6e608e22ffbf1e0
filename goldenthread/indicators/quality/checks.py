"""What a check of the data is: which rows it looks at, and which of them do not fit."""

from collections.abc import Callable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs

Needs = dict[str, tuple[str, ...]]
COLUMNS = ("authority", "team", "child", "case", "fails")


@dataclass(frozen=True, kw_only=True)
class Check:
    """A question to the data of a council, asked row by row.

    Attributes:
        id:     for ever, in capitals.
        says:   what is wrong with a row that fails, in a sentence.
        do:     what to do about it.
        source: where the rule comes from, with the number that it has there.
        needs:  the columns without which it cannot be asked, by table.
        rows:   the rows that it looks at, with `COLUMNS`; `fails` is never empty.
    """

    id: str
    says: str
    do: str
    source: str
    needs: Needs
    rows: Callable[[Inputs], ir.Table]


def looked_at(rows: ir.Table, case: str, fails: ir.BooleanValue) -> ir.Table:
    """The rows as a check gives them; what cannot be told does not fail."""
    team = rows.team if "team" in rows.columns else ibis.null("string")
    return rows.select(
        "authority", "child", team=team, case=rows[case], fails=fails.fill_null(False)
    ).select(*COLUMNS)


def marked(rows: ir.Table, others: ir.Table, **same: str) -> ir.Table:
    """The rows with `is_there`: empty where `others` has none of the authority like it.

    Args:
        same: for each column of the rows, the column of `others` that has to be equal.
    """
    names = {f"same_{column}": theirs for column, theirs in same.items()}
    there = others.select(same_authority="authority", is_there=ibis.literal(1), **names).distinct()
    alike = [rows[column] == there[f"same_{column}"] for column in same]
    joined = rows.left_join(there, [rows.authority == there.same_authority, *alike])
    return joined.drop("same_authority", *names)


def beside(rows: ir.Table, other: ir.Table, key: str, **columns: str) -> ir.Table:
    """The rows of which `other` has one under the same key, with columns of it under new names."""
    named = other.select(other_authority="authority", other_key=key, **columns)
    joined = rows.join(
        named, [rows.authority == named.other_authority, rows[key] == named.other_key]
    )
    return joined.drop("other_authority", "other_key")


def overlapping(inputs: Inputs, table: str, case: str) -> ir.Table:
    """The rows of a table; it fails where the child's row before goes on after it began."""
    rows = inputs[table]
    rows = rows.filter(rows.started_on.notnull())
    in_order = ibis.window(group_by=["authority", "child"], order_by=["started_on", case])
    rows = rows.mutate(
        before_began=rows.started_on.lag().over(in_order),
        before_ended=rows.ended_on.lag().over(in_order),
    )
    goes_on = rows.before_ended.isnull() | (rows.before_ended > rows.started_on)
    return looked_at(rows, case, rows.before_began.notnull() & goes_on)
