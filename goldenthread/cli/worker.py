"""`goldenthread worker`: doing the work that pages leave behind."""

import signal
from types import FrameType
from typing import Annotated

import typer

from goldenthread.people.worker import Worker

app = typer.Typer(help="Do the work that pages leave behind.", add_completion=False)


@app.command("worker")
def work(
    *,
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then leave.")] = False,
) -> None:
    """Do background work until told to stop (Ctrl+C or SIGTERM).

    Told to stop, it hands its job back at the job's next report of progress.
    """
    worker = Worker()

    def stop(number: int, frame: FrameType | None) -> None:
        worker.stop.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    typer.echo("The worker is ready.", err=True)
    tried = worker.run(until_empty=once, rings=True)
    typer.echo(f"The worker has stopped after {tried} jobs.", err=True)
