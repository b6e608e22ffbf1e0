"""What may be done in the people room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import COLLEAGUES, EVERY_ROLE, Role

ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
RECORD_KEEPERS = frozenset({Role.ADMINISTRATOR, Role.DIRECTOR, Role.IMPROVEMENT_OFFICER})
KEEPERS = frozenset({Role.ADMINISTRATOR, Role.IMPROVEMENT_OFFICER})

register(
    (
        Verb("people.found_authority", "set up an authority", frozenset(), by_system=True),
        Verb("people.manage_users", "manage users and roles", ADMINISTRATORS, by_system=True),
        Verb("people.keep_directory", "keep people, posts and teams", KEEPERS, by_system=True),
        Verb("people.cancel_job", "cancel other people's background work", KEEPERS),
        Verb("people.choose_digest", "choose when your digest comes", EVERY_ROLE),
        Verb("people.keep_calendar", "keep the address of your calendar", EVERY_ROLE),
        # Everybody of the council enters their own absence; this is for somebody else's.
        Verb(
            "people.enter_absence",
            "enter that somebody else is away",
            frozenset({Role.IMPROVEMENT_OFFICER}),
        ),
        Verb("people.send_digests", "mail digests", frozenset(), by_system=True),
        Verb("people.send_again", "have mail sent again", ADMINISTRATORS),
        Verb(
            "people.send_notices",
            "send messages",
            frozenset({Role.IMPROVEMENT_OFFICER}),
            by_system=True,
        ),
        # Only one's own: a partner user's role counts as well, whatever organisation it is for.
        Verb("people.read_notices", "read messages to you", EVERY_ROLE),
        Verb("history.request_redaction", "ask for a redaction", COLLEAGUES),
        Verb(
            "history.approve_redaction",
            "approve a redaction",
            RECORD_KEEPERS,
        ),
        Verb("history.verify", "have the history verified", RECORD_KEEPERS),
    )
)
