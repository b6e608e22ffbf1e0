"""The forms of plans."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms

from goldenthread.people.models import Authority, PartnerOrganisation, Person, Post, Team
from goldenthread.plans.models import Delivery, Test
from goldenthread.web.days import DayField

Choice = tuple[str, str]
TABLES: dict[str, Any] = {
    "post": Post,
    "person": Person,
    "team": Team,
    "partner": PartnerOrganisation,
}


class WhyForm(forms.Form):
    """A reason that the history keeps."""

    why = forms.CharField(label="Why?", help_text="Kept in the history.", max_length=500)


def somebody(authority: Authority) -> list[Choice]:
    """Everybody who may lead in an authority, as 'post:12' and the name with its kind."""
    found: list[Choice] = []
    for name, table in TABLES.items():
        rows = table.objects.filter(authority=authority)
        gone = "left_on" if name == "person" else "ended_on"
        if name != "partner":
            rows = rows.filter(**{gone: None})
        found += sorted(((f"{name}:{row.pk}", f"{row} ({name})") for row in rows), key=_name)
    return found


def _name(choice: Choice) -> str:
    return choice[1].casefold()


class ChangeForm(forms.Form):
    """One change for several actions: which, and what it needs."""

    CHANGES: Sequence[Choice] = (
        ("take-over", "Take over ‘completed’ with the date that the document reports"),
        ("lead", "Give the lead to"),
        ("date", "Set the local date"),
        ("no-change", "Say ‘no change, still on course’"),
        ("state", "Set the state"),
    )
    STATES: Sequence[Choice] = tuple(
        (state.value, str(state.label))
        for state in (Delivery.State.NOT_STARTED, Delivery.State.IN_PROGRESS)
    )

    change = forms.ChoiceField(label="What to change", choices=CHANGES, widget=forms.RadioSelect())
    lead = forms.ChoiceField(label="New lead", required=False)
    due = DayField(label="Local date", required=False, help_text="For example, 16 5 2026.")
    state = forms.ChoiceField(label="State", required=False, choices=[("", "Choose"), *STATES])
    why = forms.CharField(label="Reason", required=False, max_length=500)

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lead"]
        field.choices = [("", "Choose"), *somebody(authority)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What the chosen change needs is there.

        Raises:
            ValidationError: it is not.
        """
        given = super().clean() or {}
        needs = {"lead": "lead", "date": "due", "state": "state"}.get(given.get("change", ""))
        if needs and not given.get(needs) and needs not in self.errors:
            label = self.fields[needs].label
            self.add_error(needs, f"{label}: nothing chosen. The change above needs it.")
        return given


class HandOverForm(forms.Form):
    """To whom pass the chosen things that somebody stands in."""

    to = forms.ChoiceField(label="Hand over to")
    why = forms.CharField(
        label="Why?", help_text="Kept in the history.", max_length=500, required=False
    )

    def __init__(self, *args: Any, leaver: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theirs = f"person:{leaver.pk}"
        others = [one for one in somebody(leaver.authority) if one[0] != theirs]
        self.fields["to"].choices = [("", "Choose"), *others]  # type: ignore[attr-defined]


class AddForm(forms.Form):
    """A new action of a plan."""

    text = forms.CharField(
        label="What is to be done", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    items = forms.MultipleChoiceField(
        label="Which items it serves", widget=forms.CheckboxSelectMultiple
    )
    lead = forms.ChoiceField(
        label="Who leads it", help_text="You can say so later.", required=False
    )
    due = DayField(
        label="Local date",
        help_text="For example, 16 5 2026. You can set it later.",
        required=False,
    )
    why = forms.CharField(
        label="What it comes from",
        help_text="For example, the decision of a board. Kept in the history.",
        max_length=500,
    )

    def __init__(
        self, *args: Any, items: Sequence[Choice], leads: Sequence[Choice], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = {"items": items, "lead": [("", "Nobody yet"), *leads]}
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """One answer for the chosen questions of one topic."""

    lead = forms.ChoiceField(label="Who is accountable")
    printed = forms.CharField(label="Timescale in words", required=False, max_length=200)
    due = DayField(label="Day", required=False, help_text="For example, 16 5 2026.")
    kind = forms.ChoiceField(
        label="What kind of test it is", choices=Test.Kind.choices, widget=forms.RadioSelect()
    )
    take_over = forms.ChoiceField(
        label="Is it completed, as the plan says?",
        choices=(("yes", "Yes, take it over"), ("no", "No, leave it as reported")),
        widget=forms.RadioSelect(),
    )
    words = forms.CharField(
        label="How it is settled", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )

    FIELDS: ClassVar = {
        "lead": ("lead",),
        "timescale": ("printed", "due"),
        "test kind": ("kind",),
        "completion": ("take_over",),
        "other": ("words",),
    }

    def __init__(self, *args: Any, topic: str, leads: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": topic.replace(" ", "-")})
        for name in set(self.fields) - set(self.FIELDS[topic]):
            del self.fields[name]
        if "lead" in self.fields:
            field = self.fields["lead"]
            field.choices = [("", "Choose"), *leads]  # type: ignore[attr-defined]
        self.topic = topic

    def clean(self) -> dict[str, Any]:
        """A timescale has its words or its day.

        Raises:
            ValidationError: it has neither.
        """
        given = super().clean() or {}
        empty = not given.get("printed") and not given.get("due")
        if self.topic == "timescale" and empty and not self.errors:
            self.add_error("printed", "Give a timescale in words, or a day.")
        return given

    def answer(self) -> dict[str, Any]:
        """A valid form's answer, in the form that `settle` takes; a test is added by its row."""
        given = self.cleaned_data
        if self.topic == "lead":
            name, pk = given["lead"].split(":")
            return {name: int(pk)}
        if self.topic == "timescale":
            due = given["due"].isoformat() if given["due"] else None
            return {"printed": given["printed"] or "", **({"due": due} if due else {})}
        if self.topic == "completion":
            return {"take_over": given["take_over"] == "yes"}
        return {name: given[name] for name in self.FIELDS[self.topic]}


class CheckerForm(forms.Form):
    """Who is given a plan to check."""

    user = forms.ChoiceField(label="Checker")

    def __init__(self, *args: Any, users: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose"), *((str(user.pk), str(user)) for user in users)]
        self.fields["user"].choices = choices  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """Which recommendation an item answers as well."""

    recommendation = forms.ChoiceField(label="Recommendation")

    def __init__(self, *args: Any, recommendations: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose"), *recommendations]
        self.fields["recommendation"].choices = choices  # type: ignore[attr-defined]


class TrackerForm(forms.Form):
    """A workbook that comes back."""

    file = forms.FileField(
        label="The workbook",
        help_text="The Excel file (.xlsx) that was saved here and filled in.",
        allow_empty_file=True,
    )
