"""The forms of the directory: people, other names, posts, teams, partners."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    Person,
    Post,
    Service,
    Team,
    User,
)
from goldenthread.people.statutory import StatutoryRole
from goldenthread.web.days import DayField

FROM_HINT = "Leave it empty where it is not known since when."
LINES_HINT = "One on each line, as documents write it."
NOBODY = "None"


def name_field(label: str, *, hint: str = "", required: bool = True) -> forms.CharField:
    """A box for a name or title of at most 200 characters."""
    return forms.CharField(label=label, help_text=hint, max_length=200, required=required)


class Lines(forms.CharField):
    """Several texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """The lines that say something, each once."""
        given = super().clean(value) or ""
        return list(dict.fromkeys(line.strip() for line in given.splitlines() if line.strip()))


class Choice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One row of the council, or none."""

    def __init__(self, label: str, *, required: bool = False, hint: str = "") -> None:
        empty = "Choose" if required else NOBODY
        super().__init__(
            queryset=None, label=label, required=required, help_text=hint, empty_label=empty
        )


class CouncilForm(forms.Form):
    """A form whose choices are rows of one council."""

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in choices_of(authority).items():
            if isinstance(field := self.fields.get(name), Choice):
                field.queryset = rows


def choices_of(authority: Authority) -> dict[str, "QuerySet[Any]"]:
    """What can be chosen in a council today, by the name of the field."""
    teams = Team.objects.filter(authority=authority, ended_on=None).order_by("name")
    posts = Post.objects.filter(authority=authority, ended_on=None).order_by("title")
    people = Person.objects.filter(authority=authority, left_on=None).order_by("name")
    return {
        "team": teams,
        "successor": teams,
        "post": posts,
        "reports_to": posts,
        "person": people,
        "service": Service.objects.filter(authority=authority).order_by("name"),
        "partner": PartnerOrganisation.objects.filter(authority=authority).order_by("name"),
    }


class PersonForm(CouncilForm):
    """A person whom the council knows."""

    name = name_field("Name")
    initials = forms.CharField(
        label="Initials",
        help_text="Only where documents use others than those of the name.",
        max_length=10,
        required=False,
    )
    partner = Choice("Partner organisation", hint="Only for somebody who works there.")


class ChangePersonForm(forms.Form):
    """What is corrected of a person."""

    name = name_field("Name")
    initials = forms.CharField(label="Initials", max_length=10, required=False)
    left_on = DayField(label="Last day with the council", required=False)


class AliasForm(forms.Form):
    """Another name of a person."""

    text = name_field("Other name", hint="As documents write it, such as a name before a marriage.")


class TieForm(forms.Form):
    """The account with which a person signs in."""

    user: Any = forms.ModelChoiceField(queryset=None, label="Account", empty_label="Choose")

    def __init__(self, *args: Any, users: "QuerySet[User]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["user"]
        field.queryset = users
        field.label_from_instance = lambda user: f"{user.name} ({user.email})"


class TakePostForm(CouncilForm):
    """A post that a person holds."""

    post = Choice("Post", required=True)
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    acting = forms.BooleanField(label="Acting, in place of whoever holds it", required=False)


class HolderForm(CouncilForm):
    """A person who holds a post."""

    person = Choice("Person", required=True)
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    acting = forms.BooleanField(label="Acting, in place of whoever holds it", required=False)


class JoinTeamForm(CouncilForm):
    """A team that a person is in."""

    team = Choice("Team", required=True)
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    manages = forms.BooleanField(label="Manages the team", required=False)


class MemberForm(CouncilForm):
    """A person who is in a team."""

    person = Choice("Person", required=True)
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    manages = forms.BooleanField(label="Manages the team", required=False)


class LastDayForm(forms.Form):
    """The last day of a role, a post or a place in a team."""

    ended_on = DayField(label="Last day", help_text="The day itself still counts.")


class ChangeTeamForm(CouncilForm):
    """What is corrected of a team."""

    code = forms.CharField(label="Code", help_text="As the case system writes it.",
                           max_length=30, required=False)  # fmt: skip
    synonyms = Lines(label="Other names", help_text=LINES_HINT, required=False)
    service = Choice("Service")
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    ended_on = DayField(label="Last day", required=False, help_text="Empty while there is none.")
    successor = Choice("Team that follows it", hint="Where it was renamed or merged.")


class TeamForm(CouncilForm):
    """A new team."""

    name = name_field("Name")
    code = forms.CharField(label="Code", help_text="As the case system writes it.",
                           max_length=30, required=False)  # fmt: skip
    synonyms = Lines(label="Other names", help_text=LINES_HINT, required=False)
    service = Choice("Service")
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)


class ChangePostForm(CouncilForm):
    """What is corrected of a post."""

    synonyms = Lines(label="Other titles", help_text=LINES_HINT, required=False)
    statutory_role = forms.ChoiceField(
        label="Role of law", choices=[("", NOBODY), *StatutoryRole.choices], required=False
    )
    reports_to = Choice("Reports to", hint="Printed beside a checker's name.")
    service = Choice("Service")
    team = Choice("Team")
    started_on = DayField(label="First day", required=False, help_text=FROM_HINT)
    ended_on = DayField(label="Last day", required=False, help_text="Empty while there is none.")


class PostForm(CouncilForm):
    """A new post."""

    title = name_field("Title")
    synonyms = Lines(label="Other titles", help_text=LINES_HINT, required=False)
    kind = forms.ChoiceField(label="Kind", choices=Post.Kind.choices)
    statutory_role = forms.ChoiceField(
        label="Role of law", choices=[("", NOBODY), *StatutoryRole.choices], required=False
    )
    reports_to = Choice("Reports to", hint="Printed beside a checker's name.")
    service = Choice("Service")
    team = Choice("Team")
    partner = Choice("Partner organisation")


class NameForm(forms.Form):
    """A name and nothing else: a service, a partner organisation."""

    name = name_field("Name")
