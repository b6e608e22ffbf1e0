"""Reads files in processes of their own: one that hangs, crashes or eats memory stops no other."""

import multiprocessing
import resource
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path

from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.proposals import Proposal, not_recognised

# The slowest of real reports takes under a second.
SECONDS_LIMIT = 60.0
MEMORY_LIMIT = 3 * 2**30

Job = Callable[[Path], Proposal]


def read(path: Path) -> Proposal:
    """What one file says; a file that cannot be read is 'not recognised', with a `message`.

    Takes about half a second more than reading in this process.
    """
    return next(read_all([path], workers=1))


def answer(path: Path) -> Proposal:
    """The reading of a file, or why there is none. This is what runs in the other process."""
    # Not above: a process that only draws a page starts in a tenth of the time without the readers.
    from goldenthread.documents import reading

    try:
        return reading.read(path)
    except UnreadableDocument as error:
        return _unread(path, found=error.found, message=str(error))
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        return _unread(path, found="file that cannot be opened", message=f"{path.name}: {why}.")


def read_all(
    paths: Sequence[Path],
    *,
    workers: int,
    job: Job = answer,
    seconds: float = SECONDS_LIMIT,
) -> Iterator[Proposal]:
    """The readings in the order of the paths. A file that stops its process has one, too."""
    todo = deque(enumerate(paths))
    busy: list[_Worker] = []
    done: dict[int, Proposal] = {}
    try:
        for number in range(len(paths)):
            while number not in done:
                while todo and len(busy) < workers:
                    busy.append(_Worker(job, seconds))
                _hand_out(busy, todo)
                _collect(busy, done)
            yield done.pop(number)
    finally:
        for worker in busy:
            worker.stop()


class _Worker:
    """A process that reads one file after another, and the file that it is at."""

    def __init__(self, job: Job, seconds: float) -> None:
        # A fresh interpreter, because a copy of one with threads may hang.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, job), daemon=True)
        self.process.start()
        theirs.close()
        self.seconds = seconds
        self.number = 0
        self.path = Path()
        self.deadline = 0.0
        self.at_work = False

    def give(self, number: int, path: Path) -> None:
        self.number, self.path, self.at_work = number, path, True
        self.deadline = time.monotonic() + self.seconds
        self.connection.send(path)

    def take(self) -> Proposal | None:
        """The reading, once it is there; None as long as there is time left to wait."""
        try:
            if self.connection.poll():
                proposal: Proposal = self.connection.recv()
                self.at_work = False
                return proposal
        except (EOFError, ConnectionError):
            return _unread(
                self.path,
                found="file that stopped the reader",
                message=f"{self.path.name}: The reader broke down over this file. "
                "Open it, save it again in another form (Word, Excel or PDF) and try that.",
            )
        return self._too_slow() if time.monotonic() > self.deadline else None

    def _too_slow(self) -> Proposal:
        return _unread(
            self.path,
            found="file that takes too long to read",
            message=f"{self.path.name}: Reading was given up after {self.seconds:g} seconds. "
            "Open it, print it into a new PDF and try that.",
        )

    def stop(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.join()


def _hand_out(busy: list[_Worker], todo: deque[tuple[int, Path]]) -> None:
    for worker in busy:
        if todo and not worker.at_work:
            number, path = todo.popleft()
            worker.give(number, path)


def _collect(busy: list[_Worker], done: dict[int, Proposal]) -> None:
    """Wait for the next reading; a worker that broke down or is too slow is taken away."""
    at_work = [worker for worker in busy if worker.at_work]
    soonest = min(worker.deadline for worker in at_work)
    wait([w.connection for w in at_work], timeout=max(0.0, soonest - time.monotonic()) + 0.01)
    for worker in at_work:
        proposal = worker.take()
        if proposal is None:
            continue
        done[worker.number] = proposal
        if worker.at_work:
            worker.stop()
            busy.remove(worker)


def _serve(connection: Connection, job: Job) -> None:
    """What the process does: a path in, a reading out, until nobody is left to ask."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    while True:
        try:
            path = connection.recv()
        except EOFError:
            return
        connection.send(job(path))


def _unread(path: Path, *, found: str, message: str) -> Proposal:
    return {"file": path.name, **not_recognised(found), "message": message}
