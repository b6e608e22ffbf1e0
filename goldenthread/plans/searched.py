"""The texts of this room that a search finds."""

from goldenthread.people.searching import Indexed, register

register(
    (
        Indexed("plans_plan", ("title",)),
        Indexed("plans_item", ("text",)),
        Indexed("plans_action", ("text",)),
        Indexed("plans_test", ("text",)),
        Indexed("plans_update", ("text", "blockers")),
        Indexed("plans_evidence", ("title",)),
        Indexed("plans_evidenceversion", ("extract",)),
        Indexed("plans_evidencelink", ("shows",)),
    )
)
