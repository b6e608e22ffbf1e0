"""A standalone Spark cluster on this machine: one master, two workers, as a council may run one."""

import contextlib
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

UNTIL_IT_ANSWERS = 60
READY = re.compile(r"Starting Spark master at (spark://\S+)")
REGISTERED = "Successfully registered with master"


class Cluster:
    """The processes of a cluster, and where its master is."""

    def __init__(self, folder):
        import pyspark

        self.folder = folder
        self.program = Path(pyspark.__file__).parent / "bin" / "spark-class"
        self.processes = []

    def start(self):
        master = ("org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0")
        self._run("master", *master, "--webui-port", "0")
        self.master = self._said("master", READY)[1]
        worker = ("org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1")
        for name in ("one", "two"):
            self._run(name, *worker, "--memory", "1g", "--webui-port", "0", self.master)
        for name in ("one", "two"):
            self._said(name, re.compile(REGISTERED))

    def executors(self):
        """The process numbers of the executors at work."""
        groups = ",".join(str(process.pid) for process in self.processes)
        asked = ["pgrep", "-g", groups, "-f", "CoarseGrainedExecutorBackend"]
        found = subprocess.run(asked, capture_output=True, text=True).stdout
        return [int(number) for number in found.split()]

    def stop(self):
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _run(self, name, *words):
        env = {
            **os.environ,
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_WORKER_DIR": str(self.folder / name),
            "SPARK_DAEMON_MEMORY": "256m",
        }
        with (self.folder / f"{name}.log").open("w") as log:
            self.processes.append(
                subprocess.Popen(
                    [self.program, *words], env=env, stdout=log, stderr=log, start_new_session=True
                )
            )

    def _said(self, name, pattern):
        deadline = time.monotonic() + UNTIL_IT_ANSWERS
        while time.monotonic() < deadline:
            if found := pattern.search((self.folder / f"{name}.log").read_text()):
                return found
            time.sleep(0.2)
        pytest.fail(f"{name} of the Spark cluster did not start", pytrace=False)


@pytest.fixture(scope="module")
def spark_cluster(tmp_path_factory):
    """One master and two workers, each with one core and a gigabyte."""
    cluster = Cluster(tmp_path_factory.mktemp("spark"))
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
