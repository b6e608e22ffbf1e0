"""The forms of My work, each small enough to be filled in place."""

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone

from goldenthread.plans.actions import Forecast
from goldenthread.plans.actions.querying import ANSWERS
from goldenthread.plans.models import DeadlineMove
from goldenthread.web import words
from goldenthread.web.days import DayField

CAUSES = [("", "Choose a cause"), *DeadlineMove.Cause.choices]


class UpdateForm(forms.Form):
    """What has changed and the forecast; its cause is asked where it is after the deadline."""

    text = forms.CharField(
        label="What has changed?", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    forecast = DayField(label="Forecast date", required=False)
    cause = forms.ChoiceField(label="What makes it later?", choices=CAUSES, required=False)

    def __init__(self, *args: Any, due: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self._due = due
        self.fields["forecast"].help_text = _forecast_hint(due)

    def clean(self) -> dict[str, Any]:
        """The update; a forecast after the day that counts names its cause."""
        given = super().clean() or {}
        if self._is_later(given.get("forecast")) and not given.get("cause"):
            self.add_error(
                "cause",
                f"What makes it later?: the forecast is after {words.day(self._due)}. Choose one."
                if self._due
                else "Choose one.",
            )
        return given

    @property
    def shown_fields(self) -> list[BoundField]:
        """The two fields; with the cause where any forecast to come, or the one given, is later."""
        late = self._due is not None and self._due < timezone.localdate()
        asks = late or "cause" in self.errors or bool(self["cause"].value())
        return [self["text"], self["forecast"], *([self["cause"]] if asks else [])]

    def said(self) -> Forecast | None:
        """The forecast of a valid form, if it gives one."""
        day = self.cleaned_data["forecast"]
        return Forecast(day=day, cause=self._cause()) if day else None

    def _cause(self) -> str:
        later = self._is_later(self.cleaned_data["forecast"])
        return str(self.cleaned_data["cause"]) if later else ""

    def _is_later(self, day: date | None) -> bool:
        return day is not None and self._due is not None and day > self._due


class MoreTimeForm(forms.Form):
    """More time: until when, the cause and the reason."""

    to = DayField(label="New date")
    cause = forms.ChoiceField(label="Cause", choices=CAUSES)
    reason = forms.CharField(
        label="Why is more time needed?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
    )

    def __init__(self, *args: Any, due: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        if due is not None:
            self.fields["to"].help_text = f"After {words.day(due)}, the day that counts now."

    @property
    def shown_fields(self) -> list[BoundField]:
        """All of them."""
        return list(self)

    def asked(self) -> Forecast:
        """What a valid form asks for."""
        given = self.cleaned_data
        return Forecast(day=given["to"], cause=given["cause"], reason=given["reason"])


class RefuseForm(forms.Form):
    """Why something that somebody asked for is refused."""

    why = forms.CharField(
        label="Why is it refused?", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)

    @property
    def shown_fields(self) -> list[BoundField]:
        """The one field."""
        return list(self)


class AnswerForm(forms.Form):
    """What became of a query, and why."""

    outcome = forms.ChoiceField(
        label="What became of it?",
        choices=[("", "Choose one"), *((one.value, one.label) for one in ANSWERS)],
        help_text="‘Corrected’ is taken once the rule finds it no longer.",
    )
    answer = forms.CharField(
        label="In words", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)

    @property
    def shown_fields(self) -> list[BoundField]:
        """Both fields."""
        return list(self)


class ReplyForm(forms.Form):
    """The answer to a challenge."""

    answer = forms.CharField(
        label="Your answer", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)

    @property
    def shown_fields(self) -> list[BoundField]:
        """The one field."""
        return list(self)


class WordsForm(forms.Form):
    """Words alone: a draft as it is to be said, or a correction."""

    text = forms.CharField(
        label="Your words", widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)

    @property
    def shown_fields(self) -> list[BoundField]:
        """The one field."""
        return list(self)


WorkForm = UpdateForm | MoreTimeForm | RefuseForm | AnswerForm | ReplyForm | WordsForm


def _forecast_hint(due: date | None) -> str:
    counts = f" The day that counts is {words.day(due)}." if due else ""
    return f"When do you think it will be done?{counts}"
