"""The forms that tie a test to a target, and file an approved figure against it."""

from django import forms

from goldenthread.plans import tying
from goldenthread.results.models import Target, Value
from goldenthread.web.actions.forms import AS_ASKED, DeedForm, words


class TieForm(DeedForm):
    """To which target of a measure, and why."""

    target = forms.ModelChoiceField(
        label="Which target?",
        help_text="A change from a baseline. Baseline, least change and days are the target’s.",
        queryset=Target.objects.none(),
        empty_label="Choose a target",
    )
    why = words("Why?")

    def prepare(self) -> None:
        """The changes that the council set as targets and that hold."""
        rows = Target.objects.visible_to(self.user).filter(
            measure__authority=self.action.plan.authority, ended_on=None, baseline__isnull=False
        )
        field = self.fields["target"]
        field.queryset = rows.select_related("measure").order_by("measure__code", "pk")  # type: ignore[attr-defined]


class FigureForm(DeedForm):
    """Which approved figure, and what it shows."""

    value = forms.ModelChoiceField(
        label="Which figure?", queryset=Value.objects.none(), empty_label="Choose a figure"
    )
    shows = forms.CharField(label="What does it show?", max_length=1000, initial=AS_ASKED)
    asks = forms.BooleanField(
        label="Ask for a check at once", required=False, widget=forms.CheckboxInput
    )

    def prepare(self) -> None:
        """The approved figures of the measure in the period of the test, the latest first."""
        ties = tying.is_tied(self.thing.aim)
        found = [one.pk for one in tying.figures_for(self.thing.aim)] if ties else []
        rows = Value.objects.visible_to(self.user).filter(pk__in=found)
        field = self.fields["value"]
        field.queryset = rows.select_related("measure", "team").order_by("-as_at", "-pk")  # type: ignore[attr-defined]
