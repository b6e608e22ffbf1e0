"""Inspection reports of no council, drawn so that a benchmark of reading runs anywhere."""

import random
from pathlib import Path

import typst

PAGE = """#set page(paper: "a4", margin: 2.2cm, footer: [Aldermere inspection report #context counter(page).display()])
#set text(size: 11pt)
"""
GRADES = ("outstanding", "good", "requires improvement to be good", "inadequate")
AREAS = ("The impact of leaders", "Help and protection", "Children in care", "Care leavers")
TALK = (
    "children social workers plans are not always reviewed in time and managers know this "
    "because audits show it although visits to families have become more regular since the "
    "last inspection when the council and its partners agreed how thresholds should be used"
)


def write_reports(folder: Path, *, count: int = 40, seed: int = 1) -> list[Path]:
    """Reports of 8 to 60 pages, most of them short, as real ones are. The same seed, the same files."""
    chance = random.Random(seed)  # noqa: S311 - drawn text, no secret
    paths = []
    for number in range(count):
        paragraphs = min(450, int(chance.lognormvariate(4.3, 0.9)) + 60)
        path = folder / f"report-{number + 1:02}.pdf"
        path.write_bytes(typst.compile(_source(chance, paragraphs).encode()))
        paths.append(path)
    return paths


def _source(chance: random.Random, paragraphs: int) -> str:
    body = "\n\n".join(f"{n}. {_sentences(chance)}" for n in range(1, paragraphs + 1))
    needed = "\n".join(f"+ {_sentences(chance, least=1)}" for _ in range(8))
    return (
        f"{PAGE}= Aldermere Council\nInspection of children's services\n\n"
        f"Inspection dates: 4 to 15 March 2019\n\nLead inspector: A. Example\n\n"
        f"{_judgements(chance)}\n\n== What needs to improve\n{needed}\n\n== Findings\n{body}\n"
    )


def _judgements(chance: random.Random) -> str:
    rows = ", ".join(f"[{area}], [{chance.choice(GRADES)}]" for area in AREAS)
    return f"#table(columns: (2fr, 1fr), [*Judgement*], [*Grade*], {rows})"


def _sentences(chance: random.Random, *, least: int = 3) -> str:
    return " ".join(_sentence(chance) for _ in range(least + chance.randrange(4)))


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(TALK.split()) for _ in range(12 + chance.randrange(15))]
    return f"{' '.join(words).capitalize()}."
