"""What holds when several processes work at once, and when one of them is killed."""

import json
import signal
import time

MAKE_A_JOB = """
from goldenthread.people import jobs
from goldenthread.people.tests.factories import make_cast
jobs.job("test.two_steps")(print)
cast = make_cast()
print(jobs.enqueue("test.two_steps", by=cast.alice, authority=cast.aldermere, marks={marks!r}).pk)
"""
LOOK = """
import json
from goldenthread.people.models import Job, Service
job = Job.objects.get(kind="test.two_steps")
names = list(Service.objects.order_by("pk").values_list("name", flat=True))
print(json.dumps([job.state, job.tries, names]))
"""
WRITE = """
from django.db import transaction
from goldenthread.people.history import record
from goldenthread.people.models import User
user = User.objects.get(system_code="setup")
for n in range(60):
    with transaction.atomic():
        record(by=user, verb="wrote", thing=user, after={"n": n})
"""
COMMAND = "from goldenthread.cli.main import main; main()"
WITH_TEST_JOBS = ("-m", "tests.with_test_jobs")


def wait_for(true, seconds=60):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.1)


def test_a_job_whose_worker_was_killed_is_done_once_by_another(own_database):
    own_database.python(MAKE_A_JOB.format(marks=str(own_database.folder)))
    first = own_database.start(*WITH_TEST_JOBS, "worker")
    wait_for((own_database.folder / "in the second step").exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert json.loads(own_database.python(LOOK)) == ["running", 1, ["first step"]]

    second = own_database.start(*WITH_TEST_JOBS, "worker")
    wait_for(lambda: json.loads(own_database.python(LOOK))[0] == "done")
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=20) == 0
    assert json.loads(own_database.python(LOOK)) == ["done", 2, ["first step", "second step"]]


def test_two_processes_that_write_at_once_make_one_chain(own_database):
    own_database.python("from goldenthread.people.models import User; User.objects.system('setup')")
    writers = [own_database.start("-c", f"import django; django.setup()\n{WRITE}") for _ in "ab"]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    checked = own_database.run("-c", COMMAND, "history", "verify", "--json")
    assert checked.returncode == 0, checked.stderr
    answer = json.loads(checked.stdout)
    assert (answer["verifies"], answer["count"]) == (True, 120)
