"""Bringing a plan in, printing it, and reading what was printed."""

import re
import unicodedata

from django.utils import timezone

from goldenthread.documents.reading import read_bytes
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.renderers import FORMS

ITEM = ("number", "text", "timescale", "measures_of_progress", "measures_of_impact")
ACTION = (
    *("items", "ref", "text", "local_timescale", "leads", "delegates", "progress", "test"),
    *("evidence_on_file", "completed", "measures_of_progress", "measures_of_impact"),
)


def printed(plan, by, form, name="action_plan"):
    """The paper of today in a form."""
    document = PAPERS[name].build(plan=plan, by=by, as_at=timezone.localdate())
    return FORMS[form].render(document)


def read_again(plan, by, form):
    """What our reader finds in the printed action plan."""
    return read_bytes(printed(plan, by, form), f"printed.{form}")


def cells(proposal):
    """Every cell of a reading, by row and field."""
    found = {}
    for kind, fields in (("items", ITEM), ("actions", ACTION)):
        for n, row in enumerate(proposal[kind]):
            found |= {f"{kind} {n} {name}": folded(row.get(name)) for name in fields}
    return found


def folded(value):
    """As CONTRACTS compares plan cells: case, white space, bullets, dashes and quotes alike."""
    if isinstance(value, list):
        return [folded(one) for one in value]
    plain = unicodedata.normalize("NFKD", value or "").lower()
    return re.sub(r"[^a-z0-9%£]+", " ", plain).strip()


def differing(before, after):
    """The cells in which two readings differ, each with both."""
    one, other = cells(before), cells(after)
    return {
        name: (one.get(name), other.get(name))
        for name in sorted(one.keys() | other.keys())
        if one.get(name) != other.get(name)
    }
