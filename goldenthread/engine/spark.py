"""Apache Spark as the engine, for a council or region that has outgrown one machine.

It runs the same expressions as DuckDB, over the same Parquet. Spark is an extra, and needs Java:
this module is imported only where Spark is asked for.

Nothing is written: what the house gives it and what it works out for several indicators are views
of one session, the latter kept in the memory of its executors, and worked out anew where one dies.
No function of Python runs on the cluster, so its machines need no Python and nothing of ours.
"""

import logging
import os
import re
import shutil
import socket
from collections.abc import Sequence
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends.pyspark import Backend
from pyspark.sql import SparkSession

from goldenthread.basics.errors import UserFacingError

ON_THIS_MACHINE = "local[*]"
CLUSTER = re.compile(r"spark://(?P<host>[^:/,]+):(?P<port>\d{1,5})")
SECONDS = 5
SETTINGS = {
    # The same days everywhere; what is no number is an error and not empty.
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # Councils are small beside what Spark is made for: few tasks, put together where they are small.
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.autoBroadcastJoinThreshold": "32MB",
    "spark.log.level": "ERROR",
}


class Spark(Backend):  # type: ignore[misc]
    """A session of Spark as `opening` and `reading` ask for it."""

    def create_table(self, name: str, obj: Any, *, overwrite: bool = True) -> ir.Table:
        """Keep rows or what an expression gives under a name, for this session only.

        `overwrite` is always so: it is there since the other engine asks for it.
        """
        if isinstance(obj, pa.Table):
            frame = self._session.createDataFrame(obj)
        else:
            frame = self._session.sql(self.compile(obj)).persist()
        frame.createOrReplaceTempView(name)
        return self.table(name)

    def read_parquet(self, paths: Sequence[str], *, table_name: str) -> ir.Table:
        """Files with the same columns as one table; each machine of the cluster reads them."""
        self._session.read.parquet(*paths).createOrReplaceTempView(table_name)
        return self.table(table_name)

    def to_pyarrow(self, expr: ir.Expr, **_: Any) -> Any:
        """What an expression gives, with empty cells empty and whole numbers whole."""
        wanted = expr.as_table()
        found = self._session.sql(self.compile(wanted)).toArrow()
        return expr.__pyarrow_result__(found.cast(wanted.schema().to_pyarrow()))


def connect(master: str | None = None) -> Spark:
    """Open Spark on this machine, or on the cluster of a master such as spark://host:7077.

    Raises:
        UserFacingError: there is no Java, or the cluster does not answer.
    """
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise UserFacingError(
            "Spark: There is no Java on this machine. Install Java 17 or newer, or leave out "
            "--engine spark."
        )
    asked = master or ON_THIS_MACHINE
    _answers(asked)
    # It tells of each connection that it closes.
    logging.getLogger("py4j").setLevel(logging.WARNING)
    builder = SparkSession.builder.appName("goldenthread").master(asked)
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    Spark.register_options()
    made = Spark()
    made.do_connect(builder.getOrCreate())
    return made


def _answers(master: str) -> None:
    """Ask whether anybody is there: Spark itself would try for a minute and then end."""
    where = CLUSTER.fullmatch(master)
    if where is None and not master.startswith("local"):
        raise UserFacingError(
            f"Spark: {master} is no address of a master. Write it like spark://HOST:7077, or "
            "leave out --master for this machine."
        )
    try:
        if where:
            socket.create_connection((where["host"], int(where["port"])), SECONDS).close()
    except OSError as fault:
        raise UserFacingError(
            f"Spark: {master} does not answer. Check the address, and that the master runs."
        ) from fault
