"""Works an expression out in plain Python, over lists of dicts, by the rules of SQL.

It knows the operations in `operations.py` and what makes tables of tables, and no others: it ends
with the name of what it does not know. An unknown stays unknown (`None`) as SQL has it, a missing
group is a group, and what is empty stands last in an order.
"""

from collections import defaultdict
from functools import cmp_to_key

import ibis.expr.operations as ops

from tests.plain.operations import REDUCTIONS, SCALARS


class Plain:
    """Evaluates relations; `tables` has the rows of each table by its name."""

    def __init__(self, tables):
        self.tables = tables
        self.known = {}

    def rows(self, node):
        """The rows of a relation, worked out once."""
        if node not in self.known:
            self.known[node] = list(getattr(self, f"_{type(node).__name__}")(node))
        return self.known[node]

    def _DatabaseTable(self, node):
        return self.tables[node.name]

    def _JoinReference(self, node):
        return self.rows(node.parent)

    def _DropColumns(self, node):
        gone = set(node.columns_to_drop)
        return [
            {name: value for name, value in row.items() if name not in gone}
            for row in self.rows(node.parent)
        ]

    def _Union(self, node):
        assert not node.distinct
        return self.rows(node.left) + self.rows(node.right)

    def _Distinct(self, node):
        return [
            dict(row) for row in dict.fromkeys(tuple(r.items()) for r in self.rows(node.parent))
        ]

    def _Filter(self, node):
        contexts = self._contexts(node.parent, node.predicates)
        return [
            context[node.parent]
            for context in contexts
            if all(value(each, context) is True for each in node.predicates)
        ]

    def _Project(self, node):
        contexts = self._contexts(node.parent, node.values.values())
        return [_made(node.values, context) for context in contexts]

    def _Aggregate(self, node):
        groups = defaultdict(list)
        for row in self.rows(node.parent):
            context = {node.parent: row}
            groups[tuple(value(each, context) for each in node.groups.values())].append(context)
        for key, contexts in groups.items():
            context = {}
            for metric in node.metrics.values():
                for found in metric.find(ops.Reduction, filter=ops.Value):
                    context[found] = reduced(found, contexts)
            yield dict(zip(node.groups, key, strict=True)) | _made(node.metrics, context)

    def _JoinChain(self, node):
        contexts = [{node.first: row} for row in self.rows(node.first)]
        for link in node.rest:
            contexts = self._joined(contexts, link)
        return [_made(node.values, context) for context in contexts]

    def _joined(self, contexts, link):
        new = link.table
        equal, others = _split(link.predicates, new)
        found = defaultdict(list)
        for row in self.rows(new):
            found[tuple(value(mine, {new: row}) for _, mine in equal)].append(row)
        nothing = dict.fromkeys(new.schema.names)
        for context in contexts:
            key = tuple(value(theirs, context) for theirs, _ in equal)
            near = [] if None in key else found.get(key, [])
            met = [
                both
                for both in ({**context, new: row} for row in near)
                if all(value(each, both) is True for each in others)
            ]
            yield from _kept(link.how, context, met, {**context, new: nothing})

    def _contexts(self, parent, values):
        """One context a row, with what its window functions gave."""
        contexts = [{parent: row} for row in self.rows(parent)]
        for each in values:
            for window in each.find(ops.WindowFunction, filter=ops.Value):
                _windowed(window, contexts)
        return contexts


def _made(values, context):
    return {name: value(each, context) for name, each in values.items()}


def _kept(how, context, met, alone):
    if how == "left":
        return met or [alone]
    if how == "inner":
        return met
    assert how in ("anti", "semi"), how
    return [context] if bool(met) == (how == "semi") else []


def _split(predicates, new):
    """The predicates that are pairs of equals, ours last, and the others."""
    equal, others = [], []
    for each in predicates:
        pair = [each.left, each.right] if isinstance(each, ops.Equals) else []
        of_new = [{field.rel for field in side.find(ops.Field, filter=ops.Value)} for side in pair]
        if len(pair) == 2 and of_new[1] == {new} and new not in of_new[0]:
            equal.append((pair[0], pair[1]))
        elif len(pair) == 2 and of_new[0] == {new} and new not in of_new[1]:
            equal.append((pair[1], pair[0]))
        else:
            others.append(each)
    return equal, others


def value(node, context):
    """A value in the context of a row: the rows by relation, and what was reduced before."""
    if isinstance(node, ops.Field):
        return context[node.rel][node.name]
    if isinstance(node, (ops.WindowFunction, ops.Reduction)):
        return context[node]
    return SCALARS[type(node).__name__](node, lambda each: value(each, context))


def reduced(node, contexts):
    """A reduction over the rows of a group."""
    assert getattr(node, "where", None) is None, node
    if isinstance(node, ops.CountStar):
        return len(contexts)
    values = [value(node.arg, context) for context in contexts]
    return REDUCTIONS[type(node).__name__]([each for each in values if each is not None])


def _windowed(window, contexts):
    """Put what a window function gives into the context of each row."""
    parts = defaultdict(list)
    for context in contexts:
        parts[tuple(value(each, context) for each in window.group_by)].append(context)
    for part in parts.values():
        part.sort(key=cmp_to_key(lambda one, other: _order(window.order_by, one, other)))
        for place, context in enumerate(part):
            context[window] = _at(window, part, place)


def _at(window, part, place):
    func = window.func
    if isinstance(func, ops.RowNumber):
        return place
    if isinstance(func, (ops.Lag, ops.Lead)):
        assert func.offset is None
        assert func.default is None
        there = place + (1 if isinstance(func, ops.Lead) else -1)
        return value(func.arg, part[there]) if 0 <= there < len(part) else None
    assert window.start is None, window
    assert window.end is None or window.end.value.value == 0, window
    last = len(part) if window.end is None else place + 1
    return reduced(func, part[:last])


def _order(keys, one, other):
    for key in keys:
        assert not key.nulls_first, key
        mine, theirs = value(key.arg, one), value(key.arg, other)
        if mine == theirs:
            continue
        if mine is None or theirs is None:
            return 1 if mine is None else -1
        return (-1 if mine < theirs else 1) * (1 if key.ascending else -1)
    return 0
