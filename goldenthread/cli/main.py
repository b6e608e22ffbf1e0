"""The one entry point of the commands; each command's module is loaded only when it is called."""

import importlib
import os
import sys
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from goldenthread.basics.errors import UserFacingError


class Commands(TyperGroup):
    """The commands by name, so that `clock` need not wait for Django to load."""

    MODULES: ClassVar[dict[str, str]] = {
        "account": "goldenthread.cli.account",
        "chart": "goldenthread.cli.reading",
        "children": "goldenthread.cli.measuring",
        "clock": "goldenthread.cli.clock",
        "compare": "goldenthread.cli.comparing",
        "demo": "goldenthread.cli.demo",
        "files": "goldenthread.cli.files",
        "history": "goldenthread.cli.history",
        "import": "goldenthread.cli.importing",
        "load": "goldenthread.cli.loading",
        "loads": "goldenthread.cli.loading",
        "mail": "goldenthread.cli.mailing",
        "make-data": "goldenthread.cli.make_data",
        "measure": "goldenthread.cli.measuring",
        "paper": "goldenthread.cli.paper",
        "quality": "goldenthread.cli.quality",
        "read": "goldenthread.cli.read",
        "rule": "goldenthread.cli.measuring",
        "serve": "goldenthread.cli.serve",
        "template": "goldenthread.cli.template",
        "wording": "goldenthread.cli.wording",
        "worker": "goldenthread.cli.worker",
    }
    # Commands whose `app` has another name in their module.
    CALLED: ClassVar[dict[str, str]] = {
        "children": "children",
        "loads": "standing",
        "measure": "measure",
        "rule": "rule",
    }
    # These neither read nor write the database, so Django stays asleep.
    WITHOUT_DATABASE: ClassVar[frozenset[str]] = frozenset(
        {"clock", "wording", "read", "make-data", "template"}
    )

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(self.MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name: the `app` of its module; None when there is none."""
        module = self.MODULES.get(cmd_name)
        if module and cmd_name not in self.WITHOUT_DATABASE:
            _wake_django()
        called = self.CALLED.get(cmd_name, "app")
        return module and typer.main.get_command(getattr(importlib.import_module(module), called))


def _wake_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    # Only here, because `clock` and `wording` answer before Django would have loaded.
    django = importlib.import_module("django")
    django.setup()


app = typer.Typer(cls=Commands, add_completion=False)


@app.callback()
def goldenthread() -> None:
    """From an inspection finding to change for children that can be shown."""


def main() -> None:
    """Run a command; a refusal prints its reason on stderr and exits with its code."""
    try:
        app()
    except UserFacingError as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
