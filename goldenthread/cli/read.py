"""The command `read`: print what a document, or each document of a folder, says."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from goldenthread.documents import apart
from goldenthread.documents.proposals import Proposal

WORKERS_LIMIT = 64

app = typer.Typer(add_completion=False)


@app.command()
def read(
    path: Annotated[Path, typer.Argument(help="A document, or a folder of them.", exists=True)],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help="Print one line of JSON for each file of a folder.")
    ] = False,
    workers: Annotated[
        int, typer.Option(help="How many files are read at once.", min=1, max=WORKERS_LIMIT)
    ] = 1,
) -> None:
    """Print what a document says; nothing is stored."""
    if as_json and path.is_dir():
        raise typer.BadParameter(f"{path} is a folder. Print it with --jsonl.", param_hint="--json")
    paths = files_of(path)
    if not paths:
        typer.echo(f"{path}: There are no files in this folder.", err=True)
    root = path if path.is_dir() else path.parent
    for found, proposal in zip(paths, _read(paths, workers), strict=True):
        named = {**proposal, "file": found.relative_to(root).as_posix()}
        typer.echo(_printed(named, as_json=as_json, as_line=as_lines))


def files_of(path: Path) -> list[Path]:
    """The file, or all files of a folder and its folders in order; hidden ones are left out."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file())
    shown = (each for each in found if not _is_hidden(each.relative_to(path)))
    return sorted(shown, key=lambda each: each.relative_to(path).as_posix())


def _is_hidden(path: Path) -> bool:
    """Folders and files that the system keeps for itself, and Office's marks of open files."""
    return any(part.startswith((".", "~$")) for part in path.parts)


def _read(paths: Sequence[Path], workers: int) -> Iterator[Proposal]:
    """The readings, with a bar on standard error where a person is watching a folder."""
    console = Console(stderr=True)
    readings = apart.read_all(paths, workers=min(workers, len(paths) or 1))
    watched = console.is_terminal and len(paths) > 1
    return iter(track(readings, "Reading", total=len(paths), console=console, disable=not watched))


def _printed(proposal: Proposal, *, as_json: bool, as_line: bool) -> str:
    if as_line:
        return json.dumps(proposal, ensure_ascii=False)
    if as_json:
        return json.dumps(proposal, ensure_ascii=False, indent=2)
    return "\n".join(_summary(proposal))


def _summary(proposal: Proposal) -> Iterator[str]:
    """A heading, each plain fact, how many there are of each list, and what needs a person."""
    yield f"{proposal['file']}: {proposal['kind']}"
    for name, value in proposal.items():
        if name not in ("file", "kind") and value not in (None, [], {}):
            yield f"  {name.replace('_', ' ')}: {_fact(value)}"
    for question in proposal.get("questions", []):
        yield f"  to settle, {question['where']}: {question['question']}"


def _fact(value: Any) -> str:
    if isinstance(value, list | dict):
        texts = [str(each) for each in value if isinstance(each, str)]
        return "; ".join(texts) if texts and isinstance(value, list) else str(len(value))
    return str(value)
