"""The forms of measures and their figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from goldenthread.basics.days import add_months
from goldenthread.basics.periods import ONE_DAY, Period
from goldenthread.people.models import Authority, Team
from goldenthread.results.actions.values import About
from goldenthread.results.kinds import Form
from goldenthread.results.models import Definition, Measure, Value
from goldenthread.web.days import DayField

FIGURE = "figure"
EXAMPLES: Mapping[str, str] = {
    Form.SHARE: "How many, out of how many: “31 of 40” or “77.5% (31 of 40)”.",
    Form.RATE: "With its parts: “271 of 43,640” or “62.1 (271 of 43,640)”.",
    Form.MEAN: "The sum out of the number of cases: “1,240 of 100” or “12.4 (1,240 of 100)”.",
    Form.COUNT: "A whole number: “3”, or better “3 of 56”, which can show impact.",
}
NOT_WORDS = "Words such as “approaching 100%” or “low” are no figure."
SOURCE_HINT = "For example: case system, list of 3 April 2026. No names of children."


def long(label: str, *, hint: str = "", required: bool = True, rows: int = 3) -> forms.CharField:
    """A box for several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=required, widget=widget)


class DefineForm(forms.Form):
    """A measure, with what it counts and among whom."""

    authority = forms.ModelChoiceField(
        label="Council", queryset=Authority.objects.none(), empty_label=None
    )
    code = forms.CharField(label="Code", help_text="Short, such as VISITS-10", max_length=60)
    name = forms.CharField(label="Name", max_length=300)
    kind = forms.ChoiceField(
        label="What does it say?",
        help_text="A measure of progress says what was done; it never shows impact.",
        choices=Measure.Kind.choices,
        widget=forms.RadioSelect,
    )
    form = forms.ChoiceField(
        label="What is a figure made of?",
        help_text="It cannot be changed later.",
        choices=Form.choices,
        widget=forms.RadioSelect,
    )
    unit = forms.CharField(label="Unit", help_text="For example: %, children, days", max_length=60)
    better = forms.ChoiceField(
        label="Which way is better?", choices=Measure.Better.choices, widget=forms.RadioSelect
    )
    text = long("What is counted?")
    population = long("Among whom?", hint="The people or cases out of which it is counted.")
    every_months = forms.IntegerField(
        label="A figure is expected every so many months", min_value=1, max_value=60, initial=1
    )
    settling_days = forms.IntegerField(
        label="Days after the period until a figure is settled",
        min_value=0,
        max_value=365,
        initial=0,
    )

    def __init__(self, *args: Any, councils: "QuerySet[Authority]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].queryset = councils  # type: ignore[attr-defined]


class RedefineForm(forms.Form):
    """Another version of what a measure counts."""

    text = long("What is counted now?")
    population = long("Among whom?")
    why = long("Why does it change?")

    def __init__(self, *args: Any, last: Definition, **kwargs: Any) -> None:
        known = {"text": last.text, "population": last.population}
        super().__init__(*args, **{**kwargs, "initial": known})


class FigureForm(forms.Form):
    """A figure as typed, its days, and where it comes from."""

    figure = forms.CharField(label="Figure", max_length=200)
    as_at = DayField(
        label="As at",
        help_text="The day that it describes. Left empty: the last day of the period.",
        required=False,
    )
    known_on = DayField(
        label="Known on",
        help_text="The day on which it was known. Left empty: today.",
        required=False,
    )
    source = forms.CharField(label="Where is it from?", help_text=SOURCE_HINT, max_length=500)

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[FIGURE].help_text = f"{EXAMPLES[measure.form]} {NOT_WORDS}"

    def known(self) -> date:
        return self.cleaned_data["known_on"] or timezone.localdate()


class EnterForm(FigureForm):
    """A figure of a period, of everybody or of a part."""

    period_from = DayField(label="First day of the period")
    period_to = DayField(label="Last day of the period")
    team = forms.ModelChoiceField(
        label="Team", queryset=Team.objects.none(), required=False, empty_label="Everybody"
    )
    group = forms.CharField(
        label="Or a group",
        help_text="As targets name it, for example: newly qualified social workers",
        max_length=200,
        required=False,
    )
    field_order = (FIGURE, "period_from", "period_to", "as_at", "known_on", "team", "group")

    def __init__(
        self, *args: Any, measure: Measure, teams: "QuerySet[Team]", **kwargs: Any
    ) -> None:
        super().__init__(*args, measure=measure, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The days in order.

        Raises:
            ValidationError: the period ends before it begins.
        """
        given = super().clean() or {}
        first, last = given.get("period_from"), given.get("period_to")
        if first and last and last < first:
            self.add_error(
                "period_to", "Last day of the period: it is before the first. Correct one of them."
            )
        return given

    def about(self) -> About:
        """What the figure of a valid form speaks of."""
        given = self.cleaned_data
        period = Period(given["period_from"], given["period_to"])
        return About(
            period=period,
            as_at=given["as_at"] or period.last_day,
            known_on=self.known(),
            source=given["source"],
            team=given["team"],
            group=given["group"],
        )


def next_period(measure: Measure, last_day: date | None) -> dict[str, date]:
    """The days of the period after the latest one, to begin with; none where there is none."""
    if last_day is None:
        return {}
    first = last_day + ONE_DAY
    return {"period_from": first, "period_to": add_months(first, measure.every_months) - ONE_DAY}


class ReviseForm(FigureForm):
    """What an approved figure should be, and why."""

    cause = forms.ChoiceField(
        label="What is the cause?", choices=Value.Cause.choices, widget=forms.RadioSelect
    )
    why = long("Why is it revised?")

    def __init__(self, *args: Any, value: Value, **kwargs: Any) -> None:
        super().__init__(*args, measure=value.measure, **kwargs)
        self.fields["as_at"].help_text = "The day that it describes. Left empty: as it was."


class ReturnForm(forms.Form):
    """Why a figure is sent back."""

    why = long("What is wrong with it?", hint="So that whoever entered it can correct it.")
