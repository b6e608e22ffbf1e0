"""Who may be the same human being: what every rule of a second person asks."""

from django.utils import timezone

from goldenthread.people import names
from goldenthread.people.deputising import stood_in_for
from goldenthread.people.models import Person, User


def alike(person: Person) -> list[Person]:
    """Whoever of the authority may be the same: of the same name, or an alias of the other's."""
    everybody = Person.objects.filter(authority=person.authority).prefetch_related("aliases")
    known = {one.pk: known_as(one) for one in everybody}
    mine = known[person.pk]
    return [
        one
        for one in everybody
        if one.pk == person.pk or _is_same(mine, known[one.pk]) or _is_same(known[one.pk], mine)
    ]


def accounts_of(user: User) -> set[int]:
    """The ids of the accounts that may be this human being's, the user's own among them.

    Whoever stands in for somebody counts as them: a deputy approves nothing that the person who
    is away could not.
    """
    covers = stood_in_for(user, timezone.localdate())
    absent = {one.person.user_id for one in covers if not one.as_officer}
    found = {user.pk} | {pk for pk in absent if pk is not None}
    for person in user.persons.select_related("authority"):
        found |= {one.user_id for one in alike(person) if one.user_id is not None}
    return found


def is_same_human(one: User, other: User) -> bool:
    """Whether two accounts may be one human being's; who asked may not be who approves."""
    return one.pk == other.pk or other.pk in accounts_of(one)


def known_as(person: Person) -> names.Known:
    """The names by which documents know a person."""
    aliases = tuple(alias.text for alias in person.aliases.all())
    return names.Known(person.pk, person.name, aliases, person.initials)


def _is_same(one: names.Known, other: names.Known) -> bool:
    printed = (one.name, *one.aliases)
    return any(found.sure for name in printed for found in names.match(name, [other]))
