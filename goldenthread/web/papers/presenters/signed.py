"""What the pages say of a signed paper: in the list, on its own page, and of its files."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.integrity import FileState, Line
from goldenthread.papers.models import FinishedVersion, SignedPaper
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.papers import addresses
from goldenthread.web.papers.presenters.finished import state_of
from goldenthread.web.papers.presenters.listing import CALLED
from goldenthread.web.words import day, moment, number

Facts = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class FileShown:
    """A frozen file: its form, where it is saved from, its hash, what is wrong with it."""

    words: str
    href: str
    name: str
    sha256: str
    wrong: str = ""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A signed paper in the list of a plan's papers."""

    public_id: str
    called: str
    href: str
    facts: Facts
    files: Sequence[FileShown]


@dataclass(frozen=True)
class LineShown:
    """What became of the line of history that a paper prints."""

    words: str
    holds: bool


@dataclass(frozen=True, kw_only=True)
class Counting:
    """The finished version that counts as the signed one."""

    name: str
    href: str
    words: str
    why: str


def called(paper: SignedPaper) -> str:
    """What the paper is called in the catalogue, also of one that left it."""
    return PAPERS[paper.name].words if paper.name in PAPERS else paper.title


def one_of_list(paper: SignedPaper) -> Listed:
    """A signed paper in the list; its files and their uploads must be at hand."""
    files = sorted(paper.files.all(), key=lambda one: one.pk)
    return Listed(
        public_id=paper.public_id,
        called=called(paper),
        href=addresses.of_signed(paper),
        facts=_who_and_when(paper),
        files=[
            FileShown(
                words=CALLED.get(file.form, file.form),
                href=addresses.of_signed(paper, "frozen", file.form),
                name=file.upload.name,
                sha256=file.sha256,
            )
            for file in files
        ],
    )


def facts_of(paper: SignedPaper) -> Facts:
    """What was frozen, as a list of terms."""
    facts = [
        ("Signed paper", paper.public_id),
        ("Title", paper.title),
        *_who_and_when(paper),
        ("Head of the history", f"line {number(paper.history_count)}"),
        ("Hash of that line", paper.history_hash),
    ]
    if (version := paper.version) is not None:
        facts.append(("Version of the plan", f"{version} {version.label}".strip()))
    if paper.replaces is not None:
        facts.append(("It replaces", paper.replaces.public_id))
    if paper.overall_view is not None:
        view = paper.overall_view
        facts.append(("Overall view", f"signed by {view.post}, {moment(view.at)}"))
    return facts


def line_of(paper: SignedPaper, found: Line) -> LineShown:
    """Whether the history still holds the line that the paper prints."""
    line = f"Line {number(paper.history_count)} of the history"
    if found == "holds":
        return LineShown(f"{line} still has the hash that this paper prints.", holds=True)
    wrong = "is missing" if found == "missing" else "has another hash than this paper prints"
    return LineShown(
        f"{line} {wrong}. Have the history verified, and tell your administrator.", holds=False
    )


def files_of(paper: SignedPaper, states: Sequence[FileState]) -> list[FileShown]:
    """The frozen files, each with what checking it said."""
    return [
        FileShown(
            words=CALLED.get(one.file.form, one.file.form),
            href=addresses.of_signed(paper, "frozen", one.file.form),
            name=one.file.upload.name,
            sha256=one.file.sha256,
            wrong=one.wrong,
        )
        for one in states
    ]


def finished_table(rows: Sequence[FinishedVersion]) -> Table | None:
    """The versions that were finished by hand, the newest first; None where there is none."""
    if not rows:
        return None
    columns = ("File", "Brought in by", "On", "Compared", "Counts as the signed one")
    cells = [
        [
            Cell(str(row), href=addresses.of_signed(row.paper, "finished", row.pk)),
            Cell(row.post),
            Cell(day(row.at)),
            Cell(state_of(row)),
            Cell(f"Yes, since {day(row.taken.at)}" if hasattr(row, "taken") else "No"),
        ]
        for row in rows
    ]
    return Table(
        caption="Finished by hand", columns=[Column(heading=one) for one in columns], rows=cells,
        caption_is_hidden=True,
    )  # fmt: skip


def taken_of(rows: Sequence[FinishedVersion]) -> FinishedVersion | None:
    """The version that was taken last as the signed one."""
    taken = [row for row in rows if hasattr(row, "taken")]
    return max(taken, key=lambda one: one.taken.pk) if taken else None


def counting(row: FinishedVersion) -> Counting:
    """What is said of the version that counts as the signed one."""
    return Counting(
        name=str(row),
        href=addresses.of_signed(row.paper, "finished", row.pk),
        words=f"{state_of(row)}. Taken by {row.taken.post}, {moment(row.taken.at)}.",
        why=row.taken.why,
    )


def _who_and_when(paper: SignedPaper) -> Facts:
    facts = [
        ("As at", day(paper.as_at)),
        ("Signed off by", paper.post),
        ("On", f"{moment(paper.signed_at)}, London time"),
    ]
    if hasattr(paper, "replaced_by"):
        facts.append(("Replaced by", paper.replaced_by.public_id))
    return facts
