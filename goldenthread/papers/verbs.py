"""What may be done in the papers room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import Role

DRAFTERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.DIRECTOR})
# The view is the director's own: nobody signs it for them.
VIEWERS = frozenset({Role.DIRECTOR})
SIGNERS = frozenset({Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR})

SENDERS = DRAFTERS

DRAFT_VIEW, SIGN_VIEW, SIGN_OFF = "papers.draft_view", "papers.sign_view", "papers.sign_off"
SEND = "papers.send"

register(
    (
        Verb(DRAFT_VIEW, "draft the director's overall view", DRAFTERS),
        Verb(SIGN_VIEW, "sign the director's overall view", VIEWERS),
        Verb(SIGN_OFF, "sign papers off", SIGNERS),
        Verb(SEND, "record to whom a signed paper was sent", SENDERS),
    )
)
