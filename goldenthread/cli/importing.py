"""`goldenthread import`: taking documents into a council's records, as the pages do."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli import import_rows
from goldenthread.cli.database import account_called, authority_called, make_if_empty
from goldenthread.cli.read import files_of
from goldenthread.intake import actions, linking
from goldenthread.intake.models import Import
from goldenthread.people.models import Authority, User

app = typer.Typer(add_completion=False)
STATE = Import.State
# What a plan answers is recorded before the plan, in whatever order the files came.
FIRST = {"report": 0, "letter": 0, "decision": 1, "plan": 2}
LAST = 3
INTERRUPTED = "Stopped at the command line before it was read."
REFUSED = 1


@dataclass
class Taken:
    """A file on its way in: its import, once there is one, and why it went no further."""

    path: Path
    row: Import | None = None
    was_here: bool = False
    refused: list[str] = field(default_factory=list)


@app.command("import")
def import_documents(
    paths: Annotated[
        list[Path], typer.Argument(help="Documents, or folders of them.", exists=True)
    ],
    *,
    code: Annotated[str, typer.Option("--authority", help="The council's three-digit code.")],
    by: Annotated[str, typer.Option(help="Who imports, by email: an improvement officer.")],
    accept: Annotated[
        bool, typer.Option("--accept", help="Confirm at once; open questions stay 'to settle'.")
    ] = False,
    despite: Annotated[
        str, typer.Option(help="With --accept: why a report is recorded despite a warning.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Begin anew although the same file is here already.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Read documents and put them forward; a person confirms on the page, or --accept does."""
    make_if_empty()
    authority, doer = authority_called(code), account_called(by)
    found = [each for path in paths for each in files_of(path)]
    if not found:
        raise UserFacingError(f"{paths[0]}: There are no files in this folder. Choose another.")
    taken = list(_taken(found, authority, doer, again=again))
    if accept:
        for one in sorted(taken, key=_rank):
            _confirm(one, doer, despite)
    shown = [
        import_rows.shown(one.path.name, one.row, was_here=one.was_here, refused=one.refused)
        for one in taken
    ]
    if as_json:
        typer.echo(json.dumps({"imports": shown}, ensure_ascii=False))
    else:
        typer.echo("\n\n".join("\n".join(import_rows.lines(row)) for row in shown))
    raise typer.Exit(_told(taken))


def _taken(
    found: Sequence[Path], authority: Authority, by: User, *, again: bool
) -> Iterator[Taken]:
    """Each file stored and read, one after the other; one bad file stops no other."""
    for number, path in enumerate(found, start=1):
        typer.echo(f"{path.name} ({number} of {len(found)})", err=True)
        yield _take(path, authority, by, again=again)


def _take(path: Path, authority: Authority, by: User, *, again: bool) -> Taken:
    taken = Taken(path)
    try:
        files = [(path.name, path)]
        [row] = actions.upload_files(
            authority=authority, files=files, by=by, again=again, queue=False
        )
    except OSError as error:
        taken.refused.append(f"{path.name}: {error.strerror or 'It cannot be opened'}. Look at it.")
        return taken
    taken.row, taken.was_here = row, row.was_here
    if row.was_here:
        typer.echo(f"  {import_rows.here_already(row)}", err=True)
    # One whose command was killed waits for nobody; one with a job waits for the worker.
    if row.job is None and (row.is_being_read or row.has_stopped):
        taken.row = _read(row, by)
    if taken.row.state not in (STATE.PROPOSED, STATE.CONFIRMED, STATE.UNDONE):
        taken.refused.append(import_rows.why_not(taken.row))
    return taken


def _read(row: Import, by: User) -> Import:
    try:
        return actions.read_now(import_=row, by=by, tell=_tell)
    except KeyboardInterrupt:
        actions.discard(import_=row, by=by, why=INTERRUPTED)
        typer.echo(f"  {row}: Stopped. Nothing was taken over; import it again.", err=True)
        raise


def _tell(done: int, of: int | None, words: str) -> None:
    """The step that comes next, where a person is watching."""
    if sys.stderr.isatty():
        typer.echo(f"  {done} of {of}: {words}", err=True)


def _rank(taken: Taken) -> int:
    return FIRST.get(taken.row.kind, LAST) if taken.row else LAST


def _confirm(taken: Taken, by: User, despite: str) -> None:
    """Confirm a proposal; what is confirmed already stays as it is."""
    if taken.row is None or not taken.row.is_open:
        return
    try:
        _tie_to_report(taken.row, by)
        taken.row = actions.confirm(import_=taken.row, by=by, despite=despite)
    except UserFacingError as error:
        words = str(error)
        named = words if words.startswith(str(taken.row)) else f"{taken.row}: {words}"
        taken.refused.append(named)


def _tie_to_report(row: Import, by: User) -> None:
    """Propose the links of a plan to a report that was recorded only after the plan was read."""
    if row.kind != "plan" or row.inspection is not None:
        return
    report, _ = linking.likeliest(row.draft, row.authority)
    if report is not None:
        actions.choose_inspection(import_=row, inspection=report, by=by)


def _told(taken: Sequence[Taken]) -> int:
    """Print every refusal on standard error; the exit code."""
    refused = [words for one in taken for words in one.refused]
    for words in refused:
        typer.echo(words, err=True)
    return REFUSED if refused else 0
