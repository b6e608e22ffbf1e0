"""The forms of a visit: what it is about, its letter, or why it was called off."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.inspections.models import Framework, Inspection, Recommendation, Visit
from goldenthread.people.models import Authority
from goldenthread.web.inspections.presenters import naming

LONGEST = 90  # of a recommendation's words beside its box


def asked_words(row: Recommendation) -> str:
    """'2016, 3: the words', shortened, as it stands beside its box."""
    text = " ".join(row.text.split())
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"
    return f"{naming.year(row.inspection)}, {row.number or row.order}: {text}"


def letter_words(row: Inspection) -> str:
    """'ILACS monitoring visit, 4 to 5 June 2026'."""
    return f"{row.framework.name}, {naming.when(row)}"


class VisitForm(forms.Form):
    """What is known of a visit to come. A new one is about what the latest report asks for."""

    framework: Any = forms.ModelChoiceField(label="What kind of visit is it?", queryset=None)
    expected = forms.CharField(
        label="When is it expected?",
        help_text="For example 4 to 5 June 2026, or October 2026. Leave it empty while nobody knows.",
        required=False,
        max_length=200,
    )
    scope = forms.CharField(
        label="What will the inspectors look at?",
        help_text="In their words, as far as they have said.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    cohort = forms.CharField(
        label="Whose records will they look at?",
        help_text="For example: children on a plan for 15 months or more. Name no child.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    recommendations: Any = forms.ModelMultipleChoiceField(
        label="Which recommendations is it about?",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, authority: Authority, row: Visit | None = None, **kwargs: Any
    ) -> None:
        asked = _asked(authority)
        initial = _known(row) if row else _proposed(asked)
        super().__init__(*args, **{**kwargs, "initial": initial})
        fields: dict[str, Any] = self.fields
        fields["framework"].queryset = Framework.objects.order_by("name")
        fields["framework"].label_from_instance = lambda row: row.name
        fields["recommendations"].queryset = asked
        fields["recommendations"].label_from_instance = asked_words


class LetterForm(forms.Form):
    """Which letter followed the visit."""

    letter: Any = forms.ModelChoiceField(label="Which letter followed it?", queryset=None)

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        rows = Inspection.objects.current().filter(authority=visit.authority, visit=None)
        fields["letter"].label_from_instance = letter_words
        fields["letter"].queryset = rows.select_related("framework").order_by("-first_day", "-pk")


class CallOffForm(forms.Form):
    """Why the visit will not take place."""

    why = forms.CharField(
        label="Why will it not take place?", widget=forms.Textarea(attrs={"rows": 3})
    )


def _asked(authority: Authority) -> "QuerySet[Recommendation]":
    """What reports that stand ask for, the latest first."""
    state = Inspection.State.CURRENT
    rows = Recommendation.objects.filter(inspection__authority=authority, inspection__state=state)
    return rows.select_related("inspection__framework").order_by(
        "-inspection__first_day", "-inspection_id", "order"
    )


def _proposed(asked: "QuerySet[Recommendation]") -> dict[str, Any]:
    """All that the latest report asks for, and the framework of monitoring visits."""
    latest = asked.first()
    chosen = asked.filter(inspection=latest.inspection) if latest else []
    framework = Framework.objects.filter(code="ILACS monitoring visit").first()
    return {"framework": framework, "recommendations": [row.pk for row in chosen]}


def _known(row: Visit) -> dict[str, Any]:
    return {
        "framework": row.framework_id,
        "expected": row.days_printed,
        "scope": row.scope,
        "cohort": row.cohort,
        "recommendations": list(row.recommendations.values_list("pk", flat=True)),
    }
