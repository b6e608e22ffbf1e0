"""The forms of targets, ties and measured impact."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.people.models import Team
from goldenthread.plans import impacts
from goldenthread.plans.models import Impact, MeasureLink
from goldenthread.results.actions.targets import Terms
from goldenthread.results.kinds import CHANGES, Comparator
from goldenthread.results.models import Measure, Target, Value
from goldenthread.web.days import DayField
from goldenthread.web.measures.forms import long

WAYS = ((CHANGES[0], "A fall by at least"), (CHANGES[1], "A rise by at least"))


class TermsForm(forms.Form):
    """From when and by when a target holds, and what it rests on."""

    holds_from = DayField(label="It holds from", help_text="For example, 1 4 2026")
    due_on = DayField(label="It is to be reached by", required=False)
    basis = forms.CharField(
        label="What does it rest on?",
        help_text="A paper, a paragraph, a law: “Improvement Board, 3 March 2026, item 4”.",
        max_length=500,
    )

    def terms(self) -> Terms:
        """The terms of a valid form."""
        given = self.cleaned_data
        return Terms(given["holds_from"], given["basis"], given["due_on"])


class LevelForm(TermsForm):
    """A level that has to be reached, by everybody, by a team or by each of some groups."""

    comparator = forms.ChoiceField(label="How does a figure stand to it?", choices=Comparator)
    level = forms.DecimalField(
        label="Level", help_text="For example, 80", max_digits=16, decimal_places=4, min_value=0
    )
    team = forms.ModelChoiceField(
        label="Team", queryset=Team.objects.none(), required=False, empty_label="Everybody"
    )
    groups = long(
        "Or each of these groups",
        hint="One a line, named as their figures are. Each has to reach it by itself; no mean.",
        required=False,
    )
    field_order = ("comparator", "level")

    def __init__(self, *args: Any, teams: "QuerySet[Team]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def named_groups(self) -> list[str]:
        lines = self.cleaned_data["groups"].splitlines()
        return [line.strip() for line in lines if line.strip()]


class ChangeForm(TermsForm):
    """A fall or a rise from a baseline."""

    baseline = forms.ModelChoiceField(
        label="Baseline",
        help_text="The approved figure from which the change counts.",
        queryset=Value.objects.none(),
        empty_label=None,
    )
    comparator = forms.ChoiceField(
        label="Which change?", choices=WAYS, widget=forms.RadioSelect
    )  # fmt: skip
    minimum_change = forms.DecimalField(
        label="Least change", max_digits=16, decimal_places=4, min_value=0
    )
    change_in = forms.ChoiceField(
        label="In what?", choices=Target.ChangeIn.choices, widget=forms.RadioSelect
    )
    field_order = ("baseline", "comparator", "minimum_change", "change_in")

    def __init__(self, *args: Any, baselines: "QuerySet[Value]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["baseline"].queryset = baselines  # type: ignore[attr-defined]
        # (A change has a day by which it is reached; a level may go without one.)
        self.fields["due_on"].required = True


class EndForm(forms.Form):
    """When a target ended, and why."""

    on = DayField(label="It ended on", help_text="For example, 31 3 2026")
    why = long("Why?", hint="For example, which target takes its place.")


class OutcomeForm(forms.Form):
    """The figure that shows whether a target was met when it was due."""

    value = forms.ModelChoiceField(
        label="Figure", queryset=Value.objects.none(), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, values: "QuerySet[Value]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].queryset = values  # type: ignore[attr-defined]


class TieForm(forms.Form):
    """What a measure is to show, and which way it is to go."""

    kind = forms.ChoiceField(
        label="What is it to show?",
        help_text="Only a measure of impact can show impact.",
        choices=Measure.Kind.choices,
        widget=forms.RadioSelect,
    )
    expected = forms.ChoiceField(
        label="Which direction is expected?",
        choices=MeasureLink.Expected.choices,
        widget=forms.RadioSelect,
    )
    lag_months = forms.IntegerField(
        label="Months after completion until a figure can show it",
        min_value=0,
        max_value=60,
        initial=0,
    )


class TieMeasureForm(TieForm):
    """From an action or an item: which measure."""

    measure = forms.ModelChoiceField(
        label="Measure", queryset=Measure.objects.none(), empty_label=None
    )
    field_order = ("measure",)

    def __init__(self, *args: Any, measures: "QuerySet[Measure]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure"].queryset = measures  # type: ignore[attr-defined]


class TieThingForm(TieForm):
    """From a measure: which action or item."""

    public_id = forms.CharField(
        label="Action or item", help_text="As it is printed: P1-A12 or P1-I4", max_length=24
    )
    field_order = ("public_id",)


class UntieForm(forms.Form):
    """Why a measure is taken away."""

    why = long("Why?")


class MeasuredForm(forms.Form):
    """What the figures show of an action's impact."""

    state = forms.ChoiceField(label="What do the figures show?", widget=forms.RadioSelect)
    value = forms.ModelChoiceField(
        label="Figure", queryset=Value.objects.none(), empty_label=None
    )  # fmt: skip
    baseline = forms.ModelChoiceField(
        label="Compared with",
        help_text="The earlier figure; not for “sustained”.",
        queryset=Value.objects.none(),
        required=False,
        empty_label="No earlier figure",
    )
    target = forms.ModelChoiceField(
        label="Target that was met",
        help_text="Only for “sustained”.",
        queryset=Target.objects.none(),
        required=False,
        empty_label="No target",
    )
    words = long("In words", required=False)

    def __init__(
        self,
        *args: Any,
        values: "QuerySet[Value]",
        targets: "QuerySet[Target]",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen = [one for one in Impact.State.choices if one[0] in impacts.MEASURED]
        self.fields["state"].choices = chosen  # type: ignore[attr-defined]
        for name in ("value", "baseline"):
            self.fields[name].queryset = values  # type: ignore[attr-defined]
        self.fields["target"].queryset = targets  # type: ignore[attr-defined]
