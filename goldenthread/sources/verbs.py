"""What may be done in the sources room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import EVERY_ROLE, Role
from goldenthread.sources.models import KEEPERS
from goldenthread.sources.models.loads import LOADERS

# Elected members read and ask; administrators have no part in plans (DESIGN 1).
UPLOADERS = EVERY_ROLE - {Role.ELECTED_MEMBER, Role.ADMINISTRATOR}

register(
    (
        Verb("sources.store", "upload files", UPLOADERS),
        Verb("sources.decide_own", "decide what your own upload shows of children", UPLOADERS),
        Verb("sources.decide", "decide what other people's uploads show of children", KEEPERS),
        Verb("sources.load", "load children's data", LOADERS, by_system=True),
        Verb("sources.set_rule", "set the council's own rules", LOADERS, by_system=True),
    )
)
