"""The form in which it is set how queries are put, and when they go further."""

from typing import Any

from django import forms

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
