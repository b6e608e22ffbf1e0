"""How the sheet for a visit is laid out: what is claimed on one side, what is weak on the other."""

from collections.abc import Iterable, Sequence

from goldenthread.basics.days import without_weekday
from goldenthread.inspections.models import Inspection, LetterStatement
from goldenthread.papers.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Grid,
    Heading,
    Note,
    PageBreak,
    Run,
    cell,
    words,
)
from goldenthread.thread.visiting import KINDS, About, Claimed, Sheet

# What two sides of A4 hold; what is left out is counted.
ROWS, SAID, WEAK = 12, 5, 12
ASKED, TEXT, SCOPE = 100, 130, 290
NO_LETTER = "No letter is recorded here that says what has improved and what has not."
COUNTED = ("Named", "Evidence checked", "Filed, not checked", "Contradicted", "Nothing filed")
NO_TESTS = "no test"
NOTHING_WEAK = "None is known: nothing is late, blocked, contradicted or said without evidence."
SHORTENED = "Texts are shortened here; the page of the visit has them whole."


def lay_out(sheet: Sheet, *, authority: str) -> Document:
    """The two sides."""
    return Document(
        title=f"Visit: {sheet.visit}",
        subtitle="What it is about, what we claim by kind of test, and what we know to be weak",
        authority=authority,
        as_at=sheet.day,
        footer=f"{authority}: visit, {without_weekday(sheet.day)}",
        blocks=(*_first_side(sheet), PageBreak(), *_second_side(sheet)),
    )


def _first_side(sheet: Sheet) -> Iterable[Block]:
    visit = sheet.visit
    yield Facts(
        (
            ("Expected", (Run(visit.days_printed or "day not known"),)),
            ("Scope", (Run(short(visit.scope, SCOPE)),)),
            ("Whose records", (Run(short(visit.cohort, SCOPE) or "not said"),)),
        )
    )
    yield _claims(sheet.claims)
    yield Heading(1, "Recommendations in the scope")
    yield _recommendations(sheet.about[:ROWS])
    yield from _more(len(sheet.about) - ROWS, "recommendation")


def _claims(claims: Sequence[Claimed]) -> Grid:
    return Grid(
        columns=(Column("Test"), *(Column(title, 1.0, "right") for title in COUNTED)),
        rows=tuple(
            (cell(one.kind.capitalize(), head=True), *(cell(str(n)) for n in numbers(one)))
            for one in claims
        ),
        caption="What we claim, by kind of test",
        summary="A row for each kind of test: how many are named, and how far they are shown.",
        sheet="Claims",
    )


def numbers(one: Claimed) -> tuple[int, ...]:
    """In the order of `COUNTED`."""
    return (one.tests, one.checked, one.filed, one.contradicted, one.nothing)


def _recommendations(about: Sequence[About]) -> Grid:
    return Grid(
        columns=(
            Column("No", 0.5),
            Column("Recommendation", 5.2),
            *(Column(kind.capitalize(), 0.9) for kind in KINDS),
        ),
        rows=tuple(_row(one) for one in about),
        caption="Tests with checked evidence, by recommendation",
        summary="A row for each recommendation: of how many tests of a kind evidence is checked.",
        sheet="Recommendations",
    )


def _row(one: About) -> tuple[Cell, ...]:
    row = one.recommendation
    return (
        cell(row.number or str(row.order), head=True),
        cell(short(row.text, ASKED)),
        *(_shown(*one.shown[kind]) for kind in KINDS),
    )


def _shown(checked: int, of: int) -> Cell:
    if not of:
        return cell(NO_TESTS, tone="none")
    return cell(f"{checked} of {of}", tone="good" if checked == of else "warn")


def _second_side(sheet: Sheet) -> Iterable[Block]:
    yield Heading(1, "What the last letter said")
    if sheet.letter is None:
        yield Note(NO_LETTER, "missing")
    else:
        yield words(letter_words(sheet.letter))
        yield from _saying("Has improved", sheet.improved)
        yield from _saying("Not yet", sheet.not_yet)
    yield Heading(1, "What we know to be weak")
    weak = sheet.weaknesses
    if not weak:
        yield words(NOTHING_WEAK)
        return
    yield _points(weakness_words(one, found.words, found.action) for one, found in weak[:WEAK])
    yield from _more(len(weak) - WEAK, "weakness")
    yield words(SHORTENED, "small")


def weakness_words(about: About, said: str, action: str) -> str:
    """'Recommendation 3, P1-A4: late: past its deadline and not done.'."""
    row = about.recommendation
    name = f"{row.get_kind_display()} {row.number or row.order}"
    return f"{name}, {action}: {said}." if action else f"{name}: {said}."


def letter_words(letter: Inspection) -> str:
    """Which letter it is."""
    when = letter.days_printed or "days not known"
    return f"{letter.framework.name}, {when}."


def _saying(title: str, rows: Sequence[LetterStatement]) -> Iterable[Block]:
    yield Heading(2, f"{title} ({len(rows)})")
    if rows:
        yield _points(f"{short(row.text)}{_place(row)}" for row in rows[:SAID])
        yield from _more(len(rows) - SAID, "sentence")
    else:
        yield words("Nothing that could be read.")


def _place(row: LetterStatement) -> str:
    return f" (paragraph {row.paragraph})" if row.paragraph else ""


def _points(texts: Iterable[str]) -> Bullets:
    return Bullets(tuple((Run(text),) for text in texts))


def _more(number: int, what: str) -> Iterable[Block]:
    """How many are left out, if any."""
    if number > 0:
        several = {"weakness": "weaknesses"}.get(what, f"{what}s")
        yield words(f"And {number} more {what if number == 1 else several}.", "small")


def short(text: str, most: int = TEXT) -> str:
    """The text on one line; cut at a word, with '…', where it is longer than that."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0]}…"
