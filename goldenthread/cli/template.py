"""`goldenthread template`: empty lists in the plain form, to be filled and loaded."""

from pathlib import Path
from typing import Annotated

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.plain.tables import BY_NAME, template

app = typer.Typer(add_completion=False)
# So that Excel opens it as what it is; the reader takes it either way.
ENCODING = "utf-8-sig"


@app.command("template")
def write_templates(
    lists: Annotated[
        list[str] | None, typer.Argument(help="Which lists; without any, all of them.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The folder that they are put into.")],
) -> None:
    """Write the headings of lists in the plain form, one CSV file a list."""
    wanted = lists or list(BY_NAME)
    if unknown := [name for name in wanted if name not in BY_NAME]:
        raise UserFacingError(
            f"{unknown[0]}: There is no such list. Choose from {', '.join(BY_NAME)}."
        )
    paths = {name: out / f"{name}.csv" for name in wanted}
    if standing := [path for path in paths.values() if path.exists()]:
        raise UserFacingError(
            f"{standing[0].name}: It stands in {out} already, and was not changed. Move it, or "
            "name another folder."
        )
    out.mkdir(parents=True, exist_ok=True)
    for name, path in paths.items():
        heading = template(name).splitlines()[0]
        path.write_text(heading + "\n", encoding=ENCODING)
    typer.echo(f"{len(paths)} empty lists stand in {out}. Fill them, then: goldenthread load {out}")
