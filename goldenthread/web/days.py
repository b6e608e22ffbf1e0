"""A day in a form: three boxes, as GOV.UK asks for dates, the month as a number or a name."""

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}


class DayWidget(forms.MultiWidget):
    """Day, month and year; what was typed is kept when it makes no date."""

    def __init__(self) -> None:
        super().__init__([forms.TextInput(attrs={"inputmode": "numeric"}) for _ in range(3)])

    def decompress(self, value: Any) -> list[Any]:
        """The three boxes for a date, for what was typed, or for nothing."""
        if isinstance(value, date):
            return [value.day, value.month, value.year]
        return list(value) if isinstance(value, list | tuple) else [None, None, None]


class DayField(forms.MultiValueField):
    """A date, typed in three boxes; None when an optional one is left empty."""

    widget = DayWidget

    def __init__(self, **options: Any) -> None:
        parts = [forms.CharField(required=False) for _ in range(3)]
        super().__init__(parts, require_all_fields=False, **options)

    def clean(self, value: Any) -> date | None:
        """The day.

        Raises:
            ValidationError: a part is missing, or the three make no day of the calendar.
        """
        parts = [str(part or "").strip() for part in value or ("", "", "")]
        if not any(parts):
            if self.required:
                raise ValidationError(f"{self._label}: enter a date, like 16 5 2016.")
            return None
        return self._day_of(parts)

    @property
    def _label(self) -> str:
        return str(self.label or "Date")

    def _day_of(self, parts: Sequence[str]) -> date:
        names = ("a day", "a month", "a year")
        missing = [name for name, part in zip(names, parts, strict=True) if not part]
        if missing:
            raise ValidationError(f"{self._label} must include {' and '.join(missing)}.")
        try:
            month = MONTHS.get(parts[1][:3].lower()) or int(parts[1])
            if len(parts[2]) != len("2016"):
                raise ValueError(parts[2])
            return date(int(parts[2]), month, int(parts[0]))
        except ValueError as error:
            raise ValidationError(
                f"{self._label} must be a real date, like 16 5 2016, with four digits for the year."
            ) from error
