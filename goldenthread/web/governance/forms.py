"""The forms of boards and meetings."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from goldenthread.governance.actions.forums import About
from goldenthread.governance.agenda import Offer
from goldenthread.governance.models import AgendaItem, Attendance, Forum, Seat, StandingItem
from goldenthread.people.models import Authority, PartnerOrganisation, Person, Post, Team
from goldenthread.web.days import DayField

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def long(label: str, *, hint: str = "", required: bool = True, rows: int = 4) -> forms.CharField:
    """A box for several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=required, widget=widget)


def short(label: str, *, hint: str = "", required: bool = True) -> forms.CharField:
    """A box for one line."""
    return forms.CharField(label=label, help_text=hint, required=required, max_length=200)


def day(label: str, *, hint: str = "", required: bool = True) -> DayField:
    """Three boxes for a day."""
    return DayField(label=label, help_text=hint, required=required)


def lines(text: str) -> list[str]:
    """The lines of a box that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class ForumForm(forms.Form):
    """What the register says of a board or meeting."""

    name = short("Name")
    abbreviation = short("Abbreviation", required=False)
    kind = forms.ChoiceField(label="Kind", choices=Forum.Kind.choices)
    purpose = long("What is it for?", required=False, rows=2)
    every = forms.IntegerField(
        label="It meets every so many",
        help_text="Leave this, the unit and the first day empty where it meets when needed.",
        min_value=1,
        max_value=60,
        required=False,
    )
    unit = forms.ChoiceField(
        label="Weeks or months",
        choices=[("", "When it is needed"), *Forum.Unit.choices],
        required=False,
    )
    first_on = day(
        "First meeting",
        hint="By months it keeps its place: the third Tuesday stays the third Tuesday.",
        required=False,
    )
    quorum = forms.IntegerField(
        label="Quorum", help_text="How many members have to be there", min_value=1, required=False
    )
    reports_to: Any = forms.ModelChoiceField(
        label="It answers to", queryset=Forum.objects.none(), required=False, empty_label="Nobody"
    )
    started_on = day("Since", required=False)

    def __init__(self, *args: Any, authority: Authority, row: Forum | None = None, **more: Any):
        if row is not None:
            more["initial"] = {name: getattr(row, name) for name in self.base_fields}
        super().__init__(*args, **more)
        above = authority.forums.open().order_by("name")
        self.fields["reports_to"].queryset = (  # type: ignore[attr-defined]
            above.exclude(pk=row.pk) if row else above
        )

    def clean(self) -> dict[str, Any]:
        """Number, unit and first day all said, or none.

        Raises:
            ValidationError: one is missing.
        """
        given = super().clean() or {}
        said = [given.get("every"), given.get("unit"), given.get("first_on")]
        if any(said) and not all(said):
            self.add_error(
                "every", "Say how often with number, unit and first meeting, or leave all empty."
            )
        return given

    def about(self) -> About:
        """What a valid form says."""
        return About(**self.cleaned_data)


class CouncilForm(forms.Form):
    """For which council, where somebody keeps several."""

    authority: Any = forms.ModelChoiceField(label="Council", queryset=None, empty_label=None)


class NameForm(forms.Form):
    """Another name, and when."""

    text = short("Name")
    started_on = day("From", required=False)
    ended_on = day("Until", hint="Leave it empty where it is called so today.", required=False)


class EndForm(forms.Form):
    """The last day, and what came of it."""

    on = day("Last day")
    outcome = long("What came of it?")


class SeatForm(forms.Form):
    """Who gets a seat, of which rank."""

    who = forms.ChoiceField(label="Who")
    rank = forms.ChoiceField(label="As", choices=Seat.Rank.choices, initial=Seat.Rank.MEMBER)
    independent = forms.BooleanField(label="Independent of the council", required=False)
    required = forms.BooleanField(label="It is not quorate without them", required=False)
    started_on = day("Since", required=False)
    invited_on = day("Invited on", required=False)

    def __init__(self, *args: Any, authority: Authority, **more: Any) -> None:
        super().__init__(*args, **more)
        self.rows = {f"{type(row).__name__}-{row.pk}": row for row in _who(authority)}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (key, f"{row} ({_words(row)})") for key, row in self.rows.items()
        ]

    def said(self) -> dict[str, Any]:
        """What a valid form says, for the verb."""
        given = dict(self.cleaned_data)
        return {"of": self.rows[given.pop("who")], **given}


def _who(authority: Authority) -> list[Post | Person | PartnerOrganisation]:
    posts = Post.objects.filter(authority=authority, ended_on=None).order_by("title")
    people = Person.objects.filter(authority=authority, left_on=None).order_by("name")
    partners = PartnerOrganisation.objects.filter(authority=authority).order_by("name")
    return [*posts, *people, *partners]


def _words(row: Post | Person | PartnerOrganisation) -> str:
    return {Post: "post", Person: "person", PartnerOrganisation: "organisation"}[type(row)]


class SkipForm(forms.Form):
    """A day that is left out."""

    day = day("Day")
    why = short("Why")


class TermsForm(forms.Form):
    """The next version of the terms of reference."""

    file = forms.FileField(label="Terms of reference")
    agreed_on = day("Agreed on")
    reconvened_on = day("Re-convened on", required=False)


class StandingForm(forms.Form):
    """What is on each agenda, or on some."""

    title = short("Item")
    kind = forms.ChoiceField(label="What is it?", choices=StandingItem.Kind.choices)
    months = forms.TypedMultipleChoiceField(
        label="In which months?",
        help_text="None chosen: at each meeting.",
        choices=list(enumerate(MONTHS, start=1)),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class WatchForm(forms.Form):
    """What is watched, and how often."""

    what = forms.ChoiceField(label="What")
    times = forms.IntegerField(label="How many times", min_value=1, max_value=60)
    months = forms.IntegerField(label="Within so many months", min_value=1, initial=12)
    printed = long("How it is promised", hint="Word for word, from where.", required=False, rows=2)
    since = day("Since", required=False)

    def __init__(self, *args: Any, rows: dict[str, Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.rows = rows
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            (key, str(row)[:120]) for key, row in rows.items()
        ]


class WhyForm(forms.Form):
    """A reason."""

    why = long("Why?", rows=2)


class EndedForm(WhyForm):
    """A last day with a reason."""

    on = day("Last day")
    field_order = ("on", "why")


class DayForm(forms.Form):
    """A day."""

    on = day("Day")


class MeetingForm(forms.Form):
    """A meeting: its day and place."""

    day = day("Day")
    place = short("Place", required=False)


class DrawForm(forms.Form):
    """What of all that is due goes on the agenda."""

    chosen = forms.MultipleChoiceField(
        label="What is due",
        help_text="All is chosen. Take away what this meeting does not need.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **more: Any) -> None:
        more["initial"] = {"chosen": [one.key for one in offers]}
        super().__init__(*args, **more)
        self.offers = {one.key: one for one in offers}
        names = dict(AgendaItem.Kind.choices)
        self.fields["chosen"].choices = [  # type: ignore[attr-defined]
            (one.key, f"{names[one.kind]}: {one.title}. {one.why}".strip()) for one in offers
        ]

    def said(self) -> list[Offer]:
        """The offers that were chosen."""
        return [self.offers[key] for key in self.cleaned_data["chosen"]]


class ItemForm(forms.Form):
    """An item by hand."""

    title = short("Item")
    topic = short("Topic", hint="To count by it, such as “Fostering”.", required=False)
    exceptional = forms.BooleanField(label="Asked for out of turn", required=False)


class HeldForm(forms.Form):
    """Who was there, one question for each seat, and for panels how many cases."""

    def __init__(self, *args: Any, seats: Sequence[Seat], panel: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.seats = seats
        for one in seats:
            self.fields[f"seat-{one.pk}"] = forms.ChoiceField(
                label=str(one),
                choices=Attendance.How.choices,
                initial=Attendance.How.PRESENT,
                widget=forms.RadioSelect,
            )
        if panel:
            self.fields["cases"] = forms.IntegerField(
                label="Cases considered", help_text="A count.", min_value=0, required=False
            )

    def who(self, how: str) -> list[Seat]:
        """The seats of which this was said."""
        return [one for one in self.seats if self.cleaned_data[f"seat-{one.pk}"] == how]


class AgencyForm(forms.Form):
    """How many of an agency came."""

    agency = short("Agency")
    number = forms.IntegerField(label="How many", min_value=1, initial=1)
    name = short("Name", required=False)


class ApproveForm(forms.Form):
    """Which meeting approved the minutes."""

    at: Any = forms.ModelChoiceField(
        label="Approved at the meeting of", queryset=None, empty_label=None
    )


class MinuteForm(forms.Form):
    """What was said of an item."""

    text = long("Minute", hint="No names of children.", rows=8)


class DecideForm(forms.Form):
    """A decision with what it resolves."""

    text = long("Decision", rows=3)
    resolutions = long(
        "What does it resolve?",
        hint="One on each line; each is followed by itself.",
        required=False,
    )
    due_on = day("To be carried out by", required=False)


class StepForm(forms.Form):
    """What somebody does next."""

    text = long("Agreed next step", rows=3)
    lead: Any = forms.ModelChoiceField(label="Who", queryset=Person.objects.none())
    due_on = day("By when")

    def __init__(self, *args: Any, authority: Authority, **more: Any) -> None:
        super().__init__(*args, **more)
        people = Person.objects.filter(authority=authority, left_on=None).order_by("name")
        self.fields["lead"].queryset = people  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """An extract of the minute and the test that it shows."""

    test: Any = forms.ModelChoiceField(label="Test", queryset=None, empty_label=None)
    extract = long("Extract", hint="Word for word from the minute.")
    shows = long("What does it show?", rows=2)
    quantity = forms.IntegerField(
        label="How many does it show?",
        help_text="Only where the test wants a number.",
        min_value=1,
        required=False,
    )


class IntoActionForm(forms.Form):
    """Which items of the plan the action serves."""

    items: Any = forms.ModelMultipleChoiceField(
        label="Which items does it serve?", queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, items: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["items"].queryset = items  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    """What was done."""

    words = long("What was done?", rows=3)


class CascadeForm(forms.Form):
    """A theme for every team."""

    theme = short("Theme")
    teams: Any = forms.ModelMultipleChoiceField(
        label="Teams", queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, authority: Authority, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = Team.objects.filter(authority=authority, ended_on=None).order_by("name")
        self.fields["teams"].queryset = rows  # type: ignore[attr-defined]


class CascadeHeldForm(forms.Form):
    """A team has talked about it."""

    team: Any = forms.ModelChoiceField(label="Team", queryset=None, empty_label=None)
    day = day("Day")
    minute = long("Minute", required=False)
    file = forms.FileField(label="Or its minute as a file", required=False)

    def __init__(self, *args: Any, teams: Any, **more: Any) -> None:
        more["initial"] = {"day": timezone.localdate()}
        super().__init__(*args, **more)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
