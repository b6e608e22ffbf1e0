"""What changed between two loads of one format: rows that came, went and became different."""

from dataclasses import dataclass
from typing import Any

from goldenthread.engine.reading import read_files
from goldenthread.sources import loads
from goldenthread.sources.models import Load
from goldenthread.tables.by_load import named_by
from goldenthread.tables.catalogue import TABLES


@dataclass(frozen=True)
class Changed:
    """How the rows of one table differ from those of the load before."""

    table: str
    came: int
    went: int
    different: int


def load_before(load: Load) -> Load | None:
    """The load of the same format that stood before this one; None for the first."""
    others = Load.objects.filter(
        authority=load.authority, form=load.form, withdrawn_at__isnull=True, pk__lt=load.pk
    )
    return others.filter(reduced_at__isnull=True).newest_first().first()


def changes(engine: Any, before: Load, after: Load) -> list[Changed]:
    """What changed, table by table; tables that only one of the two carries are left out."""
    both = [name for name in after.tables if name in before.tables]
    found = [_changed(engine, name, before, after) for name in both if named_by(TABLES[name])]
    return [each for each in found if each.came or each.went or each.different]


def _changed(engine: Any, table: str, before: Load, after: Load) -> Changed:
    named = named_by(TABLES[table])
    told = [name for name in TABLES[table].by_name if name != named]
    old, new = (
        read_files(engine, f"{when}_{table}", [loads.path_of(load, table)])
        .select(named, *told)
        .distinct(on=named)
        for when, load in (("before", before), ("after", after))
    )
    same = old.join(new, named)
    went = old.anti_join(new, named).count().to_pyarrow().as_py()
    came = new.anti_join(old, named).count().to_pyarrow().as_py()
    kept = same.count().to_pyarrow().as_py()
    alike = old.intersect(new).count().to_pyarrow().as_py()
    return Changed(table, came, went, kept - alike)
