"""The intake room's work for the worker."""

from datetime import timedelta

from goldenthread.intake import reading
from goldenthread.people.jobs import Running, job

READ = "intake.read"


@job(READ, limit=timedelta(minutes=10))
def read(running: Running, *, import_id: int) -> str:
    """Read an uploaded document; the state that its import then has."""
    return reading.read(running, import_id)
