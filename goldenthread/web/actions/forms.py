"""The forms of the Action page."""

from collections.abc import Iterator
from typing import Any

from django import forms

from goldenthread.people.models import PartnerOrganisation, Person, Post, Team, User
from goldenthread.people.permissions import may
from goldenthread.plans.models import (
    Action,
    DeadlineMove,
    Delivery,
    Milestone,
    Risk,
    Standing,
    Test,
)
from goldenthread.results.models import Measure
from goldenthread.web.days import DayField

CAUSES = [("", "Choose a cause"), *DeadlineMove.Cause.choices]
IMPACTS = [
    ("not yet measurable", "Not yet measurable"),
    ("early signs", "Early signs"),
]
COLOURS = [("red", "Red"), ("amber", "Amber"), ("green", "Green")]
GROUPS: dict[str, type[Person] | type[Post] | type[Team] | type[PartnerOrganisation]] = {
    "post": Post,
    "person": Person,
    "team": Team,
    "partner": PartnerOrganisation,
}
AS_ASKED = "As the test asks."


def words(label: str, hint: str = "", *, required: bool = True) -> forms.CharField:
    """A box for a few sentences."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, required=required, widget=area)


class DeedForm(forms.Form):
    """A form of the page; it knows the action, who is asking, and the row that it is of."""

    def __init__(
        self,
        *args: Any,
        action: Action,
        user: User,
        thing: Any,
        asked_kind: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.action, self.user, self.thing = action, user, thing
        self.asked_kind = asked_kind
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and what is proposed."""


def _others(form: DeedForm, name: str) -> None:
    """Fill a field with the other actions of the plan that the user sees."""
    others = Action.objects.visible_to(form.user).in_force().filter(plan=form.action.plan)
    field: Any = form.fields[name]
    field.queryset = others.filter(same_as=None).exclude(pk=form.action.pk).order_by("order")
    field.label_from_instance = lambda row: f"{row.public_id} {row.text[:90]}"


class UpdateForm(DeedForm):
    """What has changed, when it will be done, and what is in the way."""

    text = words("What has changed?")
    forecast = DayField(
        label="Forecast date", help_text="When the lead expects it to be done.", required=False
    )
    cause = forms.ChoiceField(
        label="Cause, if the forecast is after the deadline", choices=CAUSES, required=False
    )
    blockers = forms.CharField(label="What is in the way?", required=False, max_length=2000)
    for_whom = forms.ModelChoiceField(
        label="Entered for",
        help_text="If somebody else told you this.",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Myself",
    )

    def prepare(self) -> None:
        people = Person.objects.visible_to(self.user).filter(authority=self.action.plan.authority)
        self.fields["for_whom"].queryset = people.order_by("name")  # type: ignore[attr-defined]


class CompleteForm(DeedForm):
    """On which day, or in which month, it was done."""

    completed_on = DayField(label="Completed on")
    precision = forms.ChoiceField(
        label="How exactly is that known?",
        choices=[("day", "To the day"), ("month", "To the month")],
        initial="day",
        widget=forms.RadioSelect,
    )
    review = words(
        "What did the review find?",
        "Needed for an action that goes on: it closes by a review.",
        required=False,
    )


class BlockForm(DeedForm):
    """On whom it waits, why, when to chase, and the way forward."""

    blocked_on = forms.CharField(label="On whom does it wait?", max_length=500)
    why = words("Why?")
    chase_on = DayField(label="Chase on")
    way_forward = words("Way forward", "Without one the status is red.", required=False)


class ReplaceForm(DeedForm):
    """Why it is closed without being done, and which action takes its place."""

    state = forms.ChoiceField(
        label="What happened?",
        choices=[
            (Delivery.State.SUPERSEDED, "Something else came in its place"),
            (Delivery.State.INEFFECTIVE, "It did not work; another action replaces it"),
        ],
        widget=forms.RadioSelect,
    )
    replaced_by = forms.ModelChoiceField(
        label="Which action takes its place?",
        queryset=Action.objects.none(),
        empty_label="Choose an action",
        required=False,
    )
    text = words(
        "Or what is to be done instead",
        "It is added to the plan as a new action, for the same items.",
        required=False,
    )
    due = DayField(label="Local deadline of the new action", required=False)
    why = words("Why?")

    def prepare(self) -> None:
        """Whoever may not add actions chooses one that is there."""
        _others(self, "replaced_by")
        if not may(self.user, "plans.add_action", self.action.plan.authority):
            del self.fields["text"], self.fields["due"]

    def clean(self) -> dict[str, Any]:
        """Exactly one action takes its place: one that is there, or a new one.

        Raises:
            ValidationError: none or both are given.
        """
        given = super().clean() or {}
        there, new = given.get("replaced_by"), given.get("text")
        if not there and not new:
            self.add_error("replaced_by", "Choose the action that takes its place.")
        if there and new:
            self.add_error("text", "Choose an action or write a new one, not both.")
        if given.get("due") and not new:
            self.add_error("due", "A local deadline is set here for a new action alone.")
        return given


class WhyForm(DeedForm):
    """Why."""

    why = words("Why?")


class SayForm(DeedForm):
    """Words that may be left out."""

    words = words("Words to go with it", required=False)


class NothingForm(DeedForm):
    """Nothing to fill in: one press."""


class ExtensionForm(DeedForm):
    """Until when more time is asked for, and why."""

    to = DayField(label="More time until")
    cause = forms.ChoiceField(label="Cause", choices=CAUSES)
    reason = words("Why is more time needed?")


class LocalDeadlineForm(DeedForm):
    """The council's own day."""

    due = DayField(label="Local deadline")


class SomebodyForm(DeedForm):
    """A person, a post, a team or a partner organisation that the user sees."""

    who = forms.ChoiceField(label="Who?")

    def prepare(self) -> None:
        self.fields["who"].choices = [("", "Choose one"), *self._groups()]  # type: ignore[attr-defined]

    def _groups(self) -> Iterator[tuple[str, str]]:
        for name, model in GROUPS.items():
            for row in self._rows(model):
                yield f"{name}-{row.pk}", f"{row} ({name})"

    def _rows(self, model: Any) -> Any:
        """Those of the authority that the user may see."""
        return model.objects.visible_to(self.user).filter(authority=self.action.plan.authority)

    def chosen(self) -> Person | Post | Team | PartnerOrganisation:
        """Who was chosen in a valid form."""
        name, _, pk = self.cleaned_data["who"].partition("-")
        chosen: Person | Post | Team | PartnerOrganisation = self._rows(GROUPS[name]).get(pk=pk)
        return chosen


class StandForm(SomebodyForm):
    """Who leads, or stands beside the lead."""

    rank = forms.ChoiceField(label="As", choices=Standing.Rank.choices, widget=forms.RadioSelect)

    def prepare(self) -> None:
        super().prepare()
        self.order_fields(["rank", "who"])


class HandOverForm(SomebodyForm):
    """To whom all passes that a leaver stands in, in the whole council."""

    why = words("Why?", "It passes in every plan, not in this action alone.", required=False)


class MilestoneForm(DeedForm):
    """A step inside the action, by when as written."""

    text = forms.CharField(label="Which step?", max_length=500)
    printed = forms.CharField(
        label="By when?", help_text="A day or a month, such as 31 January 2014.", max_length=200
    )
    kind = forms.ChoiceField(
        label="Kind", choices=Milestone.Kind.choices, initial=Milestone.Kind.OTHER
    )


class PromiseForm(DeedForm):
    """What is promised, and how often at least within how many months."""

    printed = forms.CharField(
        label="What is promised?",
        help_text="Such as: we meet at least twice a year.",
        max_length=500,
    )
    times = forms.IntegerField(label="How many times at least?", min_value=1, max_value=400)
    months = forms.IntegerField(
        label="Within how many months?", min_value=1, max_value=120, initial=12
    )


class TookPlaceForm(DeedForm):
    """On which day what was promised took place."""

    day = DayField(label="It took place on")
    note = words("Words to go with it", required=False)


class ReachForm(DeedForm):
    """When a milestone was reached."""

    done_on = DayField(label="Reached on")
    precision = forms.ChoiceField(
        label="How exactly is that known?",
        choices=[("day", "To the day"), ("month", "To the month")],
        initial="day",
        widget=forms.RadioSelect,
    )


class RiskForm(DeedForm):
    """What endangers the action, the control until it is mended, and its review."""

    kind = forms.ChoiceField(label="Kind", choices=Risk.Kind.choices, widget=forms.RadioSelect)
    text = words("What is it?")
    control = words("Interim control", "What holds until it is mended.", required=False)
    measure = forms.ModelChoiceField(
        label="Which measure does it keep down?",
        queryset=Measure.objects.none(),
        empty_label="None, or not known",
        required=False,
    )
    review_on = DayField(label="To be reviewed on")

    def prepare(self) -> None:
        """The measures of the council that the user sees."""
        rows = Measure.objects.visible_to(self.user)
        rows = rows.filter(authority=self.action.plan.authority).order_by("name")
        self.fields["measure"].queryset = rows  # type: ignore[attr-defined]


class ReviewForm(DeedForm):
    """What a review of a risk found."""

    why = words("What did the review find?")
    again_on = DayField(
        label="Review again on", help_text="Leave this empty to close it.", required=False
    )


class NeedForm(DeedForm):
    """Which other action of the plan comes first."""

    needs = forms.ModelChoiceField(
        label="Which action comes first?",
        queryset=Action.objects.none(),
        empty_label="Choose an action",
    )

    def prepare(self) -> None:
        _others(self, "needs")


class PeriodForm(DeedForm):
    """Whether the practice was in standard in a period that is over."""

    first_day = DayField(label="First day of the period")
    last_day = DayField(label="Last day of the period")
    in_standard = forms.ChoiceField(
        label="Was the practice in standard?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    standard = forms.CharField(label="What is the standard?", max_length=500)
    count = forms.IntegerField(label="How many were in standard", min_value=0, required=False)
    out_of = forms.IntegerField(label="Of how many looked at", min_value=1, required=False)

    def clean(self) -> dict[str, Any]:
        """Count and whole come together.

        Raises:
            ValidationError: one stands without the other.
        """
        count, whole = self.cleaned_data.get("count"), self.cleaned_data.get("out_of")
        if (count is None) != (whole is None):
            raise forms.ValidationError(
                "Say how many were in standard and of how many, or neither."
            )
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Last day of the period: it lies before the first.")
        return self.cleaned_data


class ImpactForm(DeedForm):
    """What can be said of the impact before it is measured."""

    state = forms.ChoiceField(label="Impact", choices=IMPACTS, widget=forms.RadioSelect)
    until = DayField(label="Review on", help_text="For ‘not yet measurable’.", required=False)
    words = words("What are the early signs?", "For ‘early signs’.", required=False)


class KindForm(DeedForm):
    """Whether it is done once, again and again, or goes on."""

    kind = forms.ChoiceField(
        label="Kind of action", choices=Action.Kind.choices, widget=forms.RadioSelect
    )
    why = words("Why?", "Needed to change a kind that somebody has confirmed.", required=False)

    def prepare(self) -> None:
        self.initial = {"kind": self.action.kind, **self.initial}


class StatusForm(DeedForm):
    """A status lowered or raised by a manager."""

    colour = forms.ChoiceField(label="Status", choices=COLOURS, widget=forms.RadioSelect)
    reason = words("Reason", "Needed to raise it; it is printed.", required=False)


class TestForm(DeedForm):
    """A test: what will show it, of which kind, and how many."""

    __test__ = False  # for pytest, which takes the name for its own

    text = words("What will show it?")
    kind = forms.ChoiceField(label="Kind", choices=Test.Kind.choices, widget=forms.RadioSelect)
    quantity = forms.IntegerField(label="How many are wanted", min_value=1, required=False)
    unit = forms.CharField(label="Of what", required=False, max_length=200)

    def prepare(self) -> None:
        if self.thing is not None:
            for name in self.fields:
                self.fields[name].initial = getattr(self.thing, name, None)


class ChangeTestForm(TestForm):
    """A changed test, and why it changes."""

    why = words("Why does it change?")
