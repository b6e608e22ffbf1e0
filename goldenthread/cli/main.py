"""The one entry point of the commands; each command's module is loaded only when it is called."""

import importlib
import sys
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from goldenthread.basics.errors import UserFacingError


class Commands(TyperGroup):
    """The commands by name, so that `clock` need not wait for Django to load."""

    MODULES: ClassVar[dict[str, str]] = {"clock": "goldenthread.cli.clock"}

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(self.MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name: the `app` of its module; None when there is none."""
        module = self.MODULES.get(cmd_name)
        return module and typer.main.get_command(importlib.import_module(module).app)


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
