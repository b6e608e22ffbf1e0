"""`goldenthread serve` makes everything ready and answers."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from goldenthread.cli.serve import welcome

RUN = "from goldenthread.cli.main import main; main()"
PATIENCE = 60


@pytest.fixture
def port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def server(port, tmp_path):
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", RUN, "serve", "--port", str(port), "--workers", "1"],
        env={**os.environ, "GOLDENTHREAD_DATA": str(tmp_path / "data")},
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)


def get(port, path):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10)
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_an_empty_folder_becomes_a_house_that_answers(server, port):
    assert get(port, "/health").read() == b'{"status": "ok"}'
    page = get(port, "/").read().decode()
    assert "<title>Sign in" in page
    stylesheet = page.partition("/static/goldenthread/goldenthread.")[2].partition('"')[0]
    answer = get(port, f"/static/goldenthread/goldenthread.{stylesheet}")
    assert "immutable" in answer.headers["Cache-Control"]
    server.send_signal(signal.SIGTERM)
    _, said = server.communicate(timeout=PATIENCE)
    assert f"http://127.0.0.1:{port}/" in said
    assert "Nobody has an account yet." in said
    assert "goldenthread account add" in said


def test_nothing_is_advised_where_somebody_has_an_account(cast):
    assert welcome() == []
