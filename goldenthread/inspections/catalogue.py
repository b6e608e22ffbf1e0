"""Loading `catalogue.json`: the frameworks, scales, grades and areas that the program ships.

It runs after every `migrate` and may run again: rows are found by their codes and brought up to
date. Nothing is ever deleted, because inspections stand on these rows.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import transaction

FILE = Path(__file__).with_name("catalogue.json")
Row = Mapping[str, Any]


def after_migrate(*, using: str, apps: Apps = installed, **_: Any) -> None:
    """Load the catalogue, unless this database has not got its tables (yet, or any more).

    `apps` are those of the last migration; after a flush Django names none.
    """
    try:
        apps.get_model("inspections", "InspectionType")
    except LookupError:
        return
    load(apps, using)


def load(apps: Apps, using: str = "default") -> None:
    """Bring the tables up to the file, in one transaction."""
    content = json.loads(FILE.read_text(encoding="utf-8"))
    with transaction.atomic(using=using):
        for row in content["types"]:
            _type(apps, using, row)
        scales = {_name(row): _scale(apps, using, row) for row in content["scales"]}
        for row in content["frameworks"]:
            scale = scales[tuple(row["scale"])] if row["scale"] else None
            _framework(apps, using, row, scale)


def _name(row: Row) -> tuple[str, str]:
    return row["code"], row["version"]


def _scale(apps: Apps, using: str, row: Row) -> Any:
    scale, _ = _rows(apps, using, "Scale").update_or_create(
        code=row["code"], version=row["version"], defaults=_without(row, "grades")
    )
    _rows(apps, using, "Grade").bulk_create(
        [_model(apps, "Grade")(scale=scale, **grade) for grade in row["grades"]],
        update_conflicts=True,
        unique_fields=["scale", "code"],
        update_fields=["label", "rank", "definition", "variants"],
    )
    return scale


def _type(apps: Apps, using: str, row: Row) -> None:
    _rows(apps, using, "InspectionType").update_or_create(
        authority=None, code=row["code"], defaults=_without(row, "code")
    )


def _framework(apps: Apps, using: str, row: Row, scale: Any) -> None:
    defaults = {**_without(row, "areas"), "scale": scale}
    framework, _ = _rows(apps, using, "Framework").update_or_create(
        code=row["code"], defaults=defaults
    )
    known: dict[str, Any] = {}
    for order, area in enumerate(row["areas"], start=1):
        details = {**area, "order": order, "parent": known.get(area.get("parent", ""))}
        known[area["code"]], _ = _rows(apps, using, "Area").update_or_create(
            framework=framework, code=area["code"], defaults=details
        )


def _model(apps: Apps, name: str) -> Any:
    return apps.get_model("inspections", name)


def _rows(apps: Apps, using: str, name: str) -> Any:
    return _model(apps, name)._base_manager.using(using)


def _without(row: Row, key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}
