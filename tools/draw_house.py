"""Draw docs/house.svg, the picture of the floors and rooms: `python tools/draw_house.py`.

The floors are read from the import contract in pyproject.toml and the state of a room from its
folder, so that the picture cannot show a house other than the one that stands.
"""

import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "house.svg"

WORDS = {
    "config": "settings, addresses, what follows on what",
    "web": "pages",
    "cli": "commands",
    "api": "for other systems",
    "papers": "Word, PDF, Excel and HTML from one document",
    "demonstration": "a made-up council and its people’s work",
    "intake": "read, propose, confirm, undo",
    "thread": "the chain and its first missing step",
    "governance": "boards, minutes, questions, money",
    "assurance": "audits, samples, weekly accountability",
    "plans": "items, actions, deadlines, tests, evidence, the gate",
    "results": "measures, values, revisions",
    "inspections": "judgements, findings, recommendations",
    "sources": "each file once, and the places in it",
    "people": "users, roles, who may see what, history, jobs",
    "engine": "counts",
    "synthetic": "made-up councils",
    "indicators": "one file each",
    "formats": "children’s data",
    "documents": "files into tables and text",
    "tables": "the child-level data model",
    "basics": "days, calendars, clocks, wording, errors",
}
LOOKS = {
    "code": ('fill="#e8f1f8" stroke="#1d5a85" stroke-width="2"', "#0b0c0c"),
    "empty": ('fill="#ffffff" stroke="#505a5f" stroke-width="1.5"', "#0b0c0c"),
    "planned": ('fill="#f3f2f1" stroke="#505a5f" stroke-dasharray="6 4"', "#383f43"),
}
LEGEND = {
    "code": "has code today",
    "empty": "laid out, still empty",
    "planned": "planned, no folder yet",
}
WIDTH, LEFT, RIGHT, TOP, STEP, BOX, GAP = 1150, 70, 150, 92, 56, 46, 10


def floors() -> list[list[str]]:
    """The rooms of each floor, the top floor first, as the import contract lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    contract = next(contract for contract in contracts if contract["id"] == "floors")
    return [[room.strip(" ()") for room in line.split("|")] for line in contract["layers"]]


def state(room: str) -> str:
    """'planned' without a folder, 'empty' with a bare one, 'code' when something is in it."""
    folder = ROOT / "goldenthread" / room
    if not (folder / "__init__.py").exists():
        return "planned"
    bare = {"__init__.py", "apps.py"}
    inside = [path.relative_to(folder) for path in folder.rglob("*.py") if path.name not in bare]
    code = [path for path in inside if not {"migrations", "tests"} & set(path.parts)]
    return "code" if code else "empty"


def text(x: float, y: float, words: str, *, size: int = 14, more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" {more}>{escape(words)}</text>'


def box(room: str, x: float, y: float, width: float) -> str:
    look, ink = LOOKS[state(room)]
    middle = f'text-anchor="middle" fill="{ink}"'
    return "\n".join(
        (
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{BOX}" rx="4" {look}/>',
            text(x + width / 2, y + 19, room, size=16, more=f'{middle} font-weight="bold"'),
            text(x + width / 2, y + 37, WORDS[room], more=middle),
        )
    )


def floor(number: int, rooms: list[str], y: float) -> str:
    """One floor: its number and its rooms side by side, in equal widths."""
    width = (WIDTH - LEFT - RIGHT - GAP * (len(rooms) - 1)) / len(rooms)
    boxes = [box(room, LEFT + n * (width + GAP), y, width) for n, room in enumerate(rooms)]
    return "\n".join((text(LEFT - 28, y + 29, str(number), more='text-anchor="middle"'), *boxes))


def side(first: float, last: float, words: tuple[str, ...]) -> str:
    """A bracket on the right from one height to another, with words beside it."""
    x, middle = WIDTH - RIGHT + 12, (first + last) / 2 - 9 * (len(words) - 2)
    path = f'<path d="M{x} {first:g}h8V{last:g}h-8" fill="none" stroke="#0b0c0c"/>'
    lines = [text(x + 16, middle + 18 * n, line) for n, line in enumerate(words)]
    return "\n".join((path, *lines))


def legend() -> str:
    parts = []
    for n, (name, words) in enumerate(LEGEND.items()):
        x = LEFT + n * 230
        parts.append(f'<rect x="{x}" y="52" width="26" height="18" rx="3" {LOOKS[name][0]}/>')
        parts.append(text(x + 36, 66, words))
    return "\n".join(parts)


def arrow(bottom: float) -> str:
    return (
        f'<path d="M18 {TOP}V{bottom - 8:g}" stroke="#0b0c0c" stroke-width="2"/>'
        f'<path d="M11 {bottom - 10:g}h14l-7 10z" fill="#0b0c0c"/>'
    )


def head(height: float, floors_in_all: int) -> str:
    """The opening tag, and the title and description that a screen reader says."""
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img"
 aria-labelledby="title about" font-family="Arial, Helvetica, sans-serif" fill="#0b0c0c">
<title id="title">The rooms of Golden Thread, floor by floor</title>
<desc id="about">{floors_in_all} floors. A room uses only rooms on floors below its own.
Floors 4 and up use Django, floors 0 to 3 do not.</desc>
<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>"""


def draw() -> str:
    """The whole picture as SVG."""
    house = floors()
    top = len(house) - 1
    rows = [floor(top - n, rooms, TOP + STEP * n) for n, rooms in enumerate(house)]
    ground = TOP + STEP * top + BOX
    django_ends = TOP + STEP * (top - 4) + BOX
    lower = ("floors 0–3", "only read and", "work out;", "no Django")
    parts = (
        head(ground + 20, len(house)),
        text(LEFT, 32, "A room uses only the rooms on floors below it", size=20),
        legend(),
        arrow(ground),
        *rows,
        side(TOP, django_ends, ("floors 4–14", "use Django,", "the database", "and people")),
        side(django_ends + GAP, ground, lower),
        "</svg>\n",
    )
    return "\n".join(parts)


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
    print(f"{PICTURE.relative_to(ROOT)} is drawn.")
