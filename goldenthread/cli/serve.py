"""`goldenthread serve`: the pages on this machine, made ready first."""

import os
import sys
from pathlib import Path

import typer
from django.conf import settings
from django.core.management import call_command

from goldenthread.cli.account_rows import first_steps
from goldenthread.people.models import Authority, User

app = typer.Typer()
WORKERS, THREADS = 2, 4


def prepare() -> str:
    """Bring the database and the static files to the state of this version.

    Returns the address of the pages' application, as gunicorn names it.
    """
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return str(settings.WSGI_APPLICATION).replace(".application", ":application")


def welcome() -> list[str]:
    """What to do first where nobody could sign in; nothing elsewhere."""
    if User.objects.filter(system_code=None).exists():
        return []
    return list(first_steps(has_authority=Authority.objects.exists()))


@app.command()
def serve(
    port: int = typer.Option(8000, help="port on this machine"),
    workers: int = typer.Option(WORKERS, help="processes, about one for each core"),
) -> None:
    """Serve the pages on 127.0.0.1; behind HTTPS, a web server in front passes requests on."""
    application = prepare()
    for line in welcome():
        typer.echo(line, err=True)
    typer.echo(f"Golden Thread is at http://127.0.0.1:{port}/ (stop it with Ctrl+C)", err=True)
    options = ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--log-level", "warning"]
    sizes = ["--workers", str(workers), "--threads", str(THREADS)]
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    # The server takes the place of this process, so that signals reach it.
    os.execv(gunicorn, [gunicorn, *options, *sizes, application])  # noqa: S606
