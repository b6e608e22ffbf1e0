"""What the pages say of a version finished by hand: how far, what differs, what it counts for."""

from goldenthread.papers.models import Compared, FinishedVersion
from goldenthread.people.models import Job
from goldenthread.web.components import Cell, Column, Progress, Table
from goldenthread.web.papers import addresses
from goldenthread.web.words import counted, moment

STEPS = 3
KINDS = {"changed": "Changed", "added": "Added", "gone": "Gone"}
NOTHING = "–"


def state_of(row: FinishedVersion) -> str:
    """How the comparison went, in a few words."""
    compared: Compared | None = getattr(row, "compared", None)
    if compared is None:
        return "Not compared yet"
    if compared.state == Compared.State.DIFFERS:
        return counted(len(compared.differences), "figure differs", "figures differ")
    return str(compared.get_state_display())


def facts_of(row: FinishedVersion) -> list[tuple[str, str]]:
    """Who brought it in and when, its hash, and whether it counts."""
    facts = [
        ("Brought in by", row.post),
        ("On", moment(row.at)),
        ("SHA-256", row.upload.file.sha256),
        ("Compared", state_of(row)),
    ]
    if hasattr(row, "taken"):
        facts.append(("Counts as the signed one", f"{row.taken.post}, {moment(row.taken.at)}"))
        facts.append(("Why", row.taken.why or "The figures are the same"))
    return facts


def found_of(compared: Compared | None) -> str:
    """What came of comparing, as a sentence."""
    if compared is None:
        return ""
    if compared.state == Compared.State.NOT_COMPARED:
        return f"It could not be compared. {compared.why}"
    return compared.why or f"{compared.get_state_display()}."


def problem_of(row: FinishedVersion, job: Job | None) -> str:
    """Why it is not compared although nobody is at it; empty where it is compared."""
    if hasattr(row, "compared"):
        return ""
    said = job.message if job is not None and job.message else "Comparing was called off."
    return f"{said} Have it compared again."


def differences_of(compared: Compared | None) -> Table | None:
    """What differs, a row for each; None where nothing does."""
    if compared is None or not compared.differences:
        return None
    headings = ("Where", "What", "In the frozen paper", "In the finished one")
    rows = [
        [
            Cell(one["where"]),
            Cell(KINDS.get(one["kind"], one["kind"])),
            Cell(one["before"] or NOTHING),
            Cell(one["after"] or NOTHING),
        ]
        for one in compared.differences
    ]
    return Table(
        caption="Figures that differ", columns=[Column(heading=h) for h in headings], rows=rows
    )


def progress_of(row: FinishedVersion, job: Job | None) -> Progress:
    """How far the comparison is."""
    of = (job.of if job is not None else None) or STEPS
    return Progress(
        heading=f"Comparing {row}",
        words=(job.words if job is not None else "") or "Waiting for its turn",
        # One step is always left until the result is kept.
        done=min(job.done if job is not None else 0, of - 1),
        total=of,
        href=addresses.of_signed(row.paper, "progress", row.pk),
    )
