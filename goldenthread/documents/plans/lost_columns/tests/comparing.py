"""Compares a plan that was read with the one that was drawn, cell by cell."""

import re
import unicodedata
from dataclasses import dataclass

OF_ITEM = {"area": "text", "timescale": "timescale", "impact": "measures_of_impact"}
OF_ACTION = {
    "action": "text",
    "local": "local_timescale",
    "lead": "leads",
    "delegates": "delegates",
    "progress": "progress",
    "test": "test",
    "evidence": "evidence_on_file",
    "completed": "completed",
    "status": "status",
}


@dataclass
class Result:
    """Counts of items, actions and cells; `wrong` says which cells differ and how."""

    items: tuple[int, int]
    actions: tuple[int, int]
    filled: int
    right: int
    invented: int
    cells: int
    wrong: list[str]
    asked: int

    @property
    def share(self):
        return self.right / self.filled


def fold(value):
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(sorted(fold(v) for v in value))
    plain = unicodedata.normalize("NFKD", str(value)).lower()
    return re.sub(r"[^a-z0-9%£]+", " ", plain).strip()


def compare(plans, proposal):
    rows = []
    for n, plan in enumerate(plans):
        rows.extend(_rows(n, plan, proposal))
    filled = [r for r in rows if r[2]]
    wrong = [r for r in rows if r[2] != r[3]]
    drawn = [item for plan in plans for item in plan.items]
    return Result(
        items=(len(proposal["items"]), len(drawn)),
        actions=(len(proposal["actions"]), sum(len(i.actions) for i in drawn)),
        filled=len(filled),
        right=sum(r[2] == r[3] for r in filled),
        invented=sum(not r[2] for r in wrong),
        cells=len(rows),
        wrong=[f"{where} {name}: drawn {a!r}, read {b!r}" for where, name, a, b in wrong],
        asked=len(proposal["questions"]),
    )


def _rows(number, plan, proposal):
    kinds = {kind for kind, _, _ in plan.shape.columns}
    items = [i for i in proposal["items"] if i["plan"] == number]
    for n, item in enumerate(plan.items):
        read = items[n] if n < len(items) else {}
        for kind in kinds & {"area", "timescale"}:
            yield item.number, kind, fold_cell(item.cells.get(kind)), fold(read.get(OF_ITEM[kind]))
        mine = [
            a
            for a in proposal["actions"]
            if a["plan"] == number and read.get("number") in a["items"]
        ]
        for k, action in enumerate(item.actions):
            got = mine[k] if k < len(mine) else {}
            for kind in kinds & OF_ACTION.keys():
                drawn = fold_cell(action.cells.get(kind), people=kind in ("lead", "delegates"))
                yield f"{item.number}.{k + 1}", kind, drawn, fold(_value(got, kind))
            if "impact" in kinds:
                drawn = fold_cell(action.cells.get("impact"))
                yield f"{item.number}.{k + 1}", "impact", drawn, fold(got.get("measures_of_impact"))


def _value(action, kind):
    """A column of updates fills an action's updates instead of its progress."""
    if kind == "progress" and action.get("updates") and not action.get("progress"):
        return "\n".join(update["text"] for update in action["updates"])
    return action.get(OF_ACTION[kind])


def fold_cell(paragraphs, *, people=False):
    return fold(paragraphs) if people else fold("\n".join(paragraphs or []))
