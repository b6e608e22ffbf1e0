"""A throw-away PostgreSQL cluster: its own folder, a socket in it, no port, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

NAME = "goldenthread"
# Nothing here outlives the tests, so nothing has to reach the disk.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
UNPRIVILEGED = ("postgres", "nobody")


def programs():
    """The newest installation's folder of programs that holds initdb; None when there is none."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(found, key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return newest[-1].parent if newest else on_path and Path(on_path).parent


class Cluster:
    """A running cluster. PostgreSQL refuses to run as root, so root runs it as somebody else."""

    def __init__(self):
        self.programs = programs()
        self.owner = self._somebody_else() if os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="goldenthread-postgres-"))
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        self.data = self.folder / "data"

    def start(self):
        settings = [*QUICK, "listen_addresses=''", f"unix_socket_directories={self.folder}"]
        options = " ".join(f"-c {setting}" for setting in settings)
        try:
            self._run(
                "initdb", "--auth=trust", f"--username={NAME}", "--encoding=UTF8",
                "--locale=C.UTF-8", "--no-sync", "--pgdata", self.data,
            )  # fmt: skip
            log = self.folder / "log"
            self._run("pg_ctl", "start", "-w", "-D", self.data, "-l", log, "-o", options)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def environment(self):
        """What a process needs to reach it: libpq takes the socket's folder from PGHOST."""
        return {"GOLDENTHREAD_DATABASE": f"postgresql://{NAME}@/{NAME}", "PGHOST": str(self.folder)}

    def destroy(self):
        try:
            self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", self.data)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _somebody_else(self):
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        return next(known[name] for name in UNPRIVILEGED if name in known)

    def _run(self, program, *arguments):
        # The owner may not be able to enter the present folder, or this one's parents.
        drop = {}
        if self.owner:
            drop = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}
        output = self.folder / f"{program}.output"
        # To a file: the server inherits a pipe and would keep it open.
        with output.open("w") as file:
            done = subprocess.run(
                [self.programs / program, *arguments],
                cwd=self.folder, env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, check=False, **drop,
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{output.read_text()}")
