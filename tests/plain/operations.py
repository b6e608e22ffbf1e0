"""The small set of operations that indicators may use: each means the same on every engine.

What is not here is not allowed. Left out on purpose: months between two days (DuckDB counts ends
of months, Spark whole months), means (Spark rounds those of decimals; ours are sums over counts),
division, days subtracted from days, text joined in an order, and functions of Python.
"""

from datetime import timedelta

import ibis.expr.operations as ops

from goldenthread.basics.days import add_months

# What makes tables of tables.
RELATIONS = {
    "Aggregate", "DatabaseTable", "Distinct", "DropColumns", "Filter", "JoinChain", "JoinLink",
    "JoinReference", "Project", "Union",
}  # fmt: skip
# What stands around others.
AROUND = {"Field", "Lag", "Lead", "RowNumber", "SortKey", "WindowBoundary", "WindowFunction"}


def unless_unknown(work):
    """The operation on its arguments; unknown where one of them is."""

    def worked(node, of):
        found = [of(each) for each in node.args if isinstance(each, ops.Value)]
        return None if None in found else work(*found)

    return worked


def both(node, of):
    """No where either is no, even if the other is unknown."""
    sides = (of(node.left), of(node.right))
    if False in sides:
        return False
    return None if None in sides else True


def either(node, of):
    """Yes where either is yes, even if the other is unknown."""
    sides = (of(node.left), of(node.right))
    if True in sides:
        return True
    return None if None in sides else False


def first_true(node, of):
    """The result of the first case that is true; unknown is not true."""
    for case, result in zip(node.cases, node.results, strict=True):
        if of(case):
            return of(result)
    return of(node.default)


def first_known(node, of):
    return next((found for each in node.arg if (found := of(each)) is not None), None)


def one_of(node, of):
    found = of(node.value)
    if found is None:
        return None
    options = [of(each) for each in node.options]
    return True if found in options else None if None in options else False


def literal(node, of):
    return node.value


def joined(node, of):
    found = [of(each) for each in node.arg]
    return None if None in found else "".join(found)


def nothing_if(node, of):
    found = of(node.arg)
    return None if found == of(node.null_if_expr) else found


def between(node, of):
    value, low, high = of(node.arg), of(node.lower_bound), of(node.upper_bound)
    sides = [None if None in pair else pair[0] <= pair[1] for pair in ((low, value), (value, high))]
    if False in sides:
        return False
    return None if None in sides else True


def truncated(node, of):
    assert node.unit.name == "MONTH", node.unit
    found = of(node.arg)
    return found and found.replace(day=1)


def moved(sign):
    """A day so many days or months away; the last of the month where it is shorter (K4)."""

    def worked(node, of):
        found, step = of(node.left), node.right
        assert isinstance(step, ops.Literal)
        assert step.dtype.unit.name in ("MONTH", "DAY"), step.dtype
        if step.dtype.unit.name == "DAY":
            return found and found + timedelta(days=sign * step.value)
        return found and add_months(found, sign * step.value)

    return worked


def days_apart(node, of):
    assert node.part.value == "day", f"{node.part.value} between two days"
    sides = (of(node.left), of(node.right))
    return None if None in sides else (sides[0] - sides[1]).days


def cast(node, of):
    found = of(node.arg)
    if found is None or node.to.is_date():
        return found
    assert node.to.is_floating(), node.to
    return float(found)


SCALARS = {
    "Add": unless_unknown(lambda one, other: one + other),
    "And": both,
    "Between": between,
    "Cast": cast,
    "Coalesce": first_known,
    "DateAdd": moved(1),
    "DateDelta": days_apart,
    "DateSub": moved(-1),
    "DateTruncate": truncated,
    "Equals": unless_unknown(lambda one, other: one == other),
    "Greater": unless_unknown(lambda one, other: one > other),
    "GreaterEqual": unless_unknown(lambda one, other: one >= other),
    "IfElse": lambda node, of: of(node.true_expr if of(node.bool_expr) else node.false_null_expr),
    "InValues": one_of,
    "IsNull": lambda node, of: of(node.arg) is None,
    "Less": unless_unknown(lambda one, other: one < other),
    "LessEqual": unless_unknown(lambda one, other: one <= other),
    "Literal": literal,
    "Lowercase": unless_unknown(str.lower),
    "Modulus": unless_unknown(lambda one, other: one % other),
    "Multiply": unless_unknown(lambda one, other: one * other),
    "Not": unless_unknown(lambda one: not one),
    "NotEquals": unless_unknown(lambda one, other: one != other),
    "NotNull": lambda node, of: of(node.arg) is not None,
    "NullIf": nothing_if,
    "Or": either,
    "SearchedCase": first_true,
    "StringConcat": joined,
    "StringContains": unless_unknown(lambda text, part: part in text),
    "Subtract": unless_unknown(lambda one, other: one - other),
}
REDUCTIONS = {
    "CountDistinct": lambda values: len(set(values)),
    "Max": lambda values: max(values, default=None),
    "Min": lambda values: min(values, default=None),
    "Sum": lambda values: sum(values) if values else None,
}
ALLOWED = RELATIONS | AROUND | set(SCALARS) | set(REDUCTIONS) | {"CountStar"}
