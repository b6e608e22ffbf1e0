"""The texts of this room that a search finds."""

from goldenthread.people.searching import Indexed, register

register(
    (
        Indexed("inspections_finding", ("text",)),
        Indexed("inspections_recommendation", ("text",)),
    )
)
