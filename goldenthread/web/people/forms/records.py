"""The forms of the history and of files to decide."""

from typing import Any

from django import forms

from goldenthread.sources.models import Suspicion

REASON_HINT = "Kept for good. Do not repeat here what is to go."
DECISIONS = [
    (code, label) for code, label in Suspicion.Decision.choices if code != Suspicion.Decision.OPEN
]


def reason(label: str, hint: str = REASON_HINT) -> forms.CharField:
    """A box for a reason that history keeps."""
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=hint, widget=widget, max_length=500)


class RedactForm(forms.Form):
    """Which values of a line are to go, and why."""

    values = forms.MultipleChoiceField(
        label="What is to be taken out", widget=forms.CheckboxSelectMultiple()
    )
    why = reason("Why it must go")

    def __init__(self, *args: Any, values: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["values"].choices = values  # type: ignore[attr-defined]


class RefuseForm(forms.Form):
    """Why a redaction is refused."""

    why = reason("Why it stays")


class DecideForm(forms.Form):
    """What is decided of the chosen suspicions."""

    suspicions = forms.MultipleChoiceField(
        label="Which of them", widget=forms.CheckboxSelectMultiple()
    )
    decision = forms.ChoiceField(
        label="What you decide", choices=DECISIONS, widget=forms.RadioSelect()
    )
    why = reason("Why", "In a few words without names. Kept for good.")

    def __init__(self, *args: Any, suspicions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["suspicions"].choices = suspicions  # type: ignore[attr-defined]
