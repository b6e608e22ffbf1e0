"""The form in which it is set how queries are put, and when they go further."""

from typing import Any

from django import forms

from goldenthread.plans.lateness import Steps
from goldenthread.plans.querying.turns import Settings


class SettingsForm(forms.Form):
    """How many a week, and after how many working days."""

    a_week = forms.IntegerField(
        label="New queries that a person is put in a week", min_value=1, max_value=100
    )
    director_after = forms.IntegerField(
        label="Working days until the director’s weekly list", min_value=1, max_value=250
    )
    board_after = forms.IntegerField(
        label="Working days until the board’s list", min_value=2, max_value=250
    )

    def clean(self) -> dict[str, Any]:
        """The board comes after the director."""
        given = super().clean() or {}
        if not self.errors and given["board_after"] <= given["director_after"]:
            self.add_error("board_after", "Give the board more working days than the director.")
        return given

    def settings(self) -> Settings:
        """What a valid form sets."""
        return Settings(**self.cleaned_data)


class LatenessForm(forms.Form):
    """After how many working days of lateness whom; an empty field leaves the step out."""

    lead = forms.IntegerField(
        label="Working days until whoever leads it is told",
        help_text="Leave a field empty to tell nobody at that step.",
        min_value=1,
        max_value=250,
        required=False,
    )
    manager = forms.IntegerField(
        label="Working days until the lead’s manager, or else the strategic lead, is told",
        min_value=1,
        max_value=250,
        required=False,
    )
    director = forms.IntegerField(
        label="Working days until it stands on the director’s weekly list",
        min_value=1,
        max_value=250,
        required=False,
    )

    def steps(self) -> Steps:
        """What a valid form sets."""
        return Steps(**self.cleaned_data)
