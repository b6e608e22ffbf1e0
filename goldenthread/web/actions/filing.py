"""The forms of evidence on the Action page: each kind with its own fields."""

from abc import abstractmethod
from typing import Any

from django import forms

from goldenthread.people.models import Person
from goldenthread.people.permissions import may
from goldenthread.plans import evidence_kinds
from goldenthread.plans.models import DatedOccurrence, Evidence, EvidenceVersion
from goldenthread.web import kind_fields
from goldenthread.web.actions.forms import AS_ASKED, DeedForm, words
from goldenthread.web.days import DayField

PLAIN = "document"
NOTHING = "Add a file, an address or an extract."


class ContentForm(DeedForm):
    """What a version of evidence holds; its kind says which fields it has."""

    file = forms.FileField(label="File", required=False, allow_empty_file=False)
    shows = forms.CharField(label="What does it show?", max_length=1000)
    url = forms.URLField(label="Address", required=False, max_length=1000, assume_scheme="https")
    extract = words("Extract", required=False)
    period_from = DayField(label="First day that it tells of", required=False)
    period_to = DayField(label="Last day that it tells of", required=False)
    expires_on = DayField(label="Valid until", required=False)
    for_whom = forms.ModelChoiceField(
        label="Filed for",
        help_text="If it is somebody else’s.",
        queryset=Person.objects.none(),
        required=False,
        empty_label="Myself",
    )

    def prepare(self) -> None:
        """The fields of its kind after those of all."""
        plan = self.action.plan
        if may(self.user, "plans.file_evidence", plan.authority):
            people = Person.objects.visible_to(self.user).filter(authority=plan.authority)
            self.fields["for_whom"].queryset = people.order_by("name")  # type: ignore[attr-defined]
        else:
            del self.fields["for_whom"]
        own = kind_fields.fields_of(self.kind)
        if self.kind in kind_fields.WITH_BEFORE:
            own["before"] = forms.FileField(label="The document as it was")
        if self.kind in kind_fields.WITH_CITES:
            own["cites"] = self._cites()
        self.fields = {**own, **self.fields}
        self.order_fields(["kind", "file", "before", "shows", "quantity", "title"])

    def _cites(self) -> forms.Field:
        rows = EvidenceVersion.objects.visible_to(self.user).filter(evidence__plan=self.action.plan)
        field = forms.ModelMultipleChoiceField(
            label="Which evidence does it rest on?",
            queryset=rows.select_related("evidence").order_by("-pk"),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        field.label_from_instance = lambda row: f"{row}: {row.evidence.title}"  # type: ignore[assignment]
        return field

    @property
    @abstractmethod
    def kind(self) -> str:
        """The kind that its fields are of."""

    def content(self) -> dict[str, Any]:
        """What was typed and is no file, as the verbs take it."""
        given = self.cleaned_data
        names = ("url", "extract", "period_from", "period_to", "expires_on", "for_whom", "cites")
        about = kind_fields.about_of(self.kind, given)
        return {"about": about, **{name: given[name] for name in names if given.get(name)}}

    def clean(self) -> dict[str, Any]:
        """There is something to look at.

        Raises:
            ValidationError: there is nothing.
        """
        data = self.cleaned_data
        has_text = data.get("url") or (data.get("extract") or "").strip()
        asked = any(name.startswith(("about_", "figure_")) for name in self.fields)
        if not (data.get("file") or has_text or asked):
            raise forms.ValidationError(NOTHING)
        return data


class ContradictForm(ContentForm):
    """Evidence that says a test is not met."""

    kind_chosen = forms.ChoiceField(widget=forms.HiddenInput, choices=kind_fields.choices)
    title = forms.CharField(
        label="Title", help_text="Else the name of the file.", required=False, max_length=300
    )
    outside = forms.BooleanField(label="It comes from outside the council", required=False)
    marking = forms.ChoiceField(
        label="Marking", choices=Evidence.Marking.choices, initial=Evidence.Marking.INTERNAL
    )

    def prepare(self) -> None:
        """Its kind goes with it."""
        super().prepare()
        self.fields["kind_chosen"].initial = self.kind

    @property
    def kind(self) -> str:
        """The kind that was sent, or that the address names."""
        name = self.add_prefix("kind_chosen")
        sent = str(self.data.get(name)) if self.is_bound else self.asked_kind
        return sent if sent in evidence_kinds.KINDS else PLAIN

    def content(self) -> dict[str, Any]:
        """The same with what only a first version says."""
        named = {name: self.cleaned_data[name] for name in ("title", "marking", "outside", "shows")}
        return {"kind": self.kind, **named, **super().content()}

    def clean(self) -> dict[str, Any]:
        """It has a name.

        Raises:
            ValidationError: there is nothing to look at.
        """
        data = super().clean()
        file = data.get("file")
        data["title"] = data.get("title") or (file.name if file else "")
        if not data["title"]:
            self.add_error("title", "Title: without a file it needs a name. Fill it in.")
        return data


class FileForm(ContradictForm):
    """Evidence for one test."""

    quantity = forms.IntegerField(label="How many does it show?", min_value=0, required=False)
    occurrence = forms.ModelChoiceField(
        label="For which occurrence?",
        queryset=DatedOccurrence.objects.none(),
        required=False,
        empty_label="For none of them alone",
    )
    asks = forms.BooleanField(label="Ask for a check at once", required=False)

    def prepare(self) -> None:
        """A number is asked for where the test or the kind wants one."""
        super().prepare()
        rows = DatedOccurrence.objects.visible_to(self.user).filter(recurrence__action=self.action)
        rows = rows.exclude(state=DatedOccurrence.State.CALLED_OFF)
        rows = rows.select_related("recurrence__action").order_by("-due", "pk")
        self.fields["occurrence"].queryset = rows  # type: ignore[attr-defined]
        if not rows.exists():
            del self.fields["occurrence"]
        self.fields["shows"].initial = AS_ASKED
        wants = bool(self.thing and self.thing.quantity) or self.kind in kind_fields.COUNTED
        self.fields["quantity"].required = wants
        if not wants:
            del self.fields["quantity"]


class VersionForm(ContentForm):
    """The next version of evidence; it begins as the one before ended."""

    quantity = forms.IntegerField(
        label="How many does it show now?",
        help_text="Leave this empty if it is as many as before.",
        min_value=0,
        required=False,
    )
    asks = forms.BooleanField(label="Ask for a check at once", required=False, initial=True)

    def prepare(self) -> None:
        """What the version before said of its kind stands there already."""
        super().prepare()
        shows = self.fields["shows"]
        shows.label, shows.required = "What does it show now?", False
        shows.help_text = "Leave this empty if it shows what the version before showed."
        if self.thing is not None:
            self.initial = {**kind_fields.initial_of(self.thing.version.about), **self.initial}

    @property
    def kind(self) -> str:
        """That of the evidence."""
        return str(self.thing.version.evidence.kind) if self.thing is not None else PLAIN

    def content(self) -> dict[str, Any]:
        """The same with what it shows now."""
        given = self.cleaned_data
        return {"shows": given["shows"], "quantity": given["quantity"], **super().content()}
