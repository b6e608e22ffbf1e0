"""Small proposals that the tests draw themselves."""


def action(text, *, items=("1",), leads=(), timescale=None, plan=0, **more):
    """An action as the reader of plans gives it."""
    blank = {"ref": None, "progress": None, "test": None, "evidence_on_file": None}
    blank |= {"completed": None, "status": None, "delegates": [], "updates": [], "other": {}}
    return {
        "plan": plan,
        "items": list(items),
        "text": text,
        "local_timescale": timescale,
        "leads": list(leads),
        **blank,
        **more,
    }


def item(number, text, *, timescale=None, plan=0):
    """An item as the reader of plans gives it."""
    return {"plan": plan, "number": number, "text": text, "timescale": timescale, "updates": []}


def plan(actions, items=None, **more):
    """A plan of one table; each action is a row of its own."""
    items = items or [item("1", "Ensure that visits are recorded")]
    sources = {f"actions/{n}/text": {"table": 1, "row": n + 2} for n in range(len(actions))}
    sources |= {f"items/{n}/text": {"table": 1, "row": n + 2} for n in range(len(items))}
    return {
        "kind": "plan",
        "file": "plan.docx",
        "plans": [{"title": "Improvement plan", "judgements": []}],
        "items": items,
        "actions": actions,
        "sources": sources,
        "issues": [],
        "questions": [],
        **more,
    }


def recommendation(text, **more):
    """A recommendation as the readers of reports give it."""
    blank = {"number": None, "group": "", "section": "", "body": "la", "page": 4}
    return {"text": text, **blank, **more}


def report(recommendations=(), **more):
    """A report with its days."""
    return {
        "kind": "report",
        "file": "report.pdf",
        "framework": "ILACS standard",
        "local_authority": "Aldermere",
        "inspection_start": "2021-11-08",
        "inspection_end": "2021-11-19",
        "published": "2022-01-10",
        "judgements": [],
        "recommendations": list(recommendations),
        "paragraphs": [],
        "sources": {},
        "questions": [],
        **more,
    }
