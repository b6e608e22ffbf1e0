"""Every table of the data model by its name; a new table is one line in its file."""

from goldenthread.tables import (
    care,
    children,
    education,
    front_door,
    health,
    leaving,
    own,
    protection,
    staff,
)
from goldenthread.tables.columns import Table

ROOMS = (children, front_door, protection, care, leaving, health, education, staff, own)
TABLES: dict[str, Table] = {table.name: table for room in ROOMS for table in room.TABLES}
