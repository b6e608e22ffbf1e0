"""The forms of importing."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, BinaryIO

from django import forms

from goldenthread.intake.actions.headings import COLUMNS
from goldenthread.intake.draft.form import Row
from goldenthread.people.councils import where_may
from goldenthread.people.models import Authority, User
from goldenthread.web.days import DayField
from goldenthread.web.imports.answers import Offer
from goldenthread.web.imports.wording import Field, Kind

# So many answers are shown at once; more stand in a list.
FEW = 5


class FilesInput(forms.ClearableFileInput):
    """A box for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files that came, as a list.

        Raises:
            ValidationError: none came. An empty one is told of by the import that it becomes.
        """
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class UploadForm(forms.Form):
    """The documents to bring, and for which council where the person works for several."""

    documents = FilesField(
        label="Documents",
        help_text="Reports, letters, plans, decision reports, questions with their answers: "
        "Word, Excel, PDF, web page, Markdown or plain text. Choose or drop one or several.",
        allow_empty_file=True,
        widget=FilesInput(attrs={"multiple": True}),
    )
    authority = forms.ModelChoiceField(
        label="Council", queryset=Authority.objects.none(), empty_label=None
    )
    again = forms.BooleanField(
        label="Read again a file that is here already",
        required=False,
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        councils = list(where_may(user, "intake.upload"))
        field = self.fields["authority"]
        field.queryset = Authority.objects.filter(pk__in=[c.pk for c in councils])  # type: ignore[attr-defined]
        self.may_upload = bool(councils)
        if len(councils) == 1:
            field.initial = councils[0].pk
            field.widget = forms.HiddenInput()

    def uploaded(self) -> list[tuple[str, BinaryIO]]:
        """The names and contents of a valid form's files."""
        return [(file.name, file.file) for file in self.cleaned_data["documents"]]


class AsPrinted(forms.CharField):
    """A text that may be empty, as it may be in the document; so none is called optional."""

    def validate(self, value: Any) -> None:
        """Whatever stands there will do."""


class RowForm(forms.Form):
    """The fields of one row as they stand, for editing in place."""

    def __init__(self, *args: Any, kind: Kind, row: Row, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": f"row-{row['id']}"})
        self._fields = [field for field in kind.fields if field.edited and field.name in row]
        self._row = row
        for field in self._fields:
            self.fields[field.name] = _field(field, row.get(field.name))

    def changed(self) -> list[tuple[str, Any]]:
        """The fields that a valid form changes, with their new values."""
        typed = [(field, self._value(field)) for field in self._fields]
        return [(field.name, value) for field, value in typed if self._differs(field, value)]

    def labels(self) -> dict[str, str]:
        """What each field is called."""
        return {field.name: field.label for field in self._fields}

    def _value(self, field: Field) -> Any:
        typed = self.cleaned_data[field.name].replace("\r\n", "\n").strip()
        if field.shape == "list":
            return [line.strip() for line in typed.split("\n") if line.strip()]
        return _like(self._row.get(field.name), typed) if typed else None

    def _differs(self, field: Field, value: Any) -> bool:
        before = self._row.get(field.name)
        return value != before and bool(value or before)


class SplitForm(forms.Form):
    """Where a row is cut: each empty line parts two rows."""

    parts = forms.CharField(
        label="Leave an empty line where the row is cut",
        help_text="No word may be lost or added here. Correct the parts afterwards.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_parts(self) -> list[str]:
        """The parts.

        Raises:
            ValidationError: there is only one.
        """
        lines = self.cleaned_data["parts"].replace("\r\n", "\n").split("\n")
        parts = _paragraphs(lines)
        if len(parts) < 2:
            raise forms.ValidationError(
                "There is only one part. Leave an empty line where the second begins."
            )
        return parts


class RefuseForm(forms.Form):
    """Why a row is left out."""

    why = forms.CharField(
        label="Why is this row left out?",
        help_text="For example: a heading that was read as an action. The row stays listed.",
        max_length=500,
    )


def _field(field: Field, value: Any) -> AsPrinted:
    text = "\n".join(str(line) for line in value) if isinstance(value, list) else value
    if field.shape == "line":
        return AsPrinted(label=field.label, initial=text)
    rows = max(2, min(8, len(str(text or "")) // 60 + str(text or "").count("\n") + 1))
    hint = "One to a line." if field.shape == "list" else ""
    widget = forms.Textarea(attrs={"rows": rows})
    return AsPrinted(label=field.label, initial=text, help_text=hint, widget=widget)


def _like(before: Any, typed: str) -> Any:
    """What was typed, as a number where a number stood."""
    if isinstance(before, int) and not isinstance(before, bool) and typed.lstrip("-").isdecimal():
        return int(typed)
    return typed


def _paragraphs(lines: Sequence[str]) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            parts[-1].append(line.rstrip())
        else:
            parts.append([])
    return ["\n".join(part) for part in parts if part]


class AnswerForm(forms.Form):
    """An answer of one's own to a question, typed or chosen, for one or for all of its kind."""

    alike = forms.BooleanField(required=False)

    def __init__(self, *args: Any, offer: Offer, is_typed: bool = True, **kwargs: Any) -> None:
        """`is_typed` is False where the suggestion was accepted, so that nothing else is needed."""
        super().__init__(*args, **kwargs)
        self._offer, self._is_typed = offer, is_typed
        if (answer := self._answer()) is not None:
            self.fields["answer"] = answer

    def value(self) -> Any:
        """The answer of a valid form as the draft takes it; None where there is none."""
        given = self.cleaned_data.get("answer")
        if self._offer.choices:
            return next((value for key, _, value in self._offer.choices if key == given), None)
        if isinstance(given, date):
            return given.isoformat()
        if given and self._offer.shape == "list":
            return [part.strip() for part in re.split(r"[,;]", given) if part.strip()] or None
        return given or None

    def _answer(self) -> forms.Field | None:
        label = "Another answer" if self._offer.accept is not None else "Your answer"
        needed = self._is_typed
        if self._offer.choices:
            return self._choice(label)
        if self._offer.shape == "day":
            return DayField(label=label, required=needed, help_text="For example, 16 5 2016.")
        if not self._offer.shape:
            return None
        hint = "Several with commas between them." if self._offer.shape == "list" else ""
        return forms.CharField(label=label, required=needed, help_text=hint)

    def _choice(self, label: str) -> forms.Field:
        """Few answers to see at once, or many in a list."""
        choices = [(key, text) for key, text, _ in self._offer.choices]
        needed = self._is_typed
        if len(choices) <= FEW:
            widget = forms.RadioSelect()
            return forms.ChoiceField(label=label, required=needed, choices=choices, widget=widget)
        empty = ("", "Choose an answer")
        return forms.ChoiceField(label=label, required=needed, choices=[empty, *choices])


class UndoForm(forms.Form):
    """Why an import is taken back."""

    why = forms.CharField(label="Why is it undone?", max_length=500)


class DespiteForm(forms.Form):
    """Why a report is recorded although a warning stands."""

    despite = forms.CharField(
        label="Why is it right all the same?",
        help_text="Kept in the history beside the warning.",
        max_length=500,
    )


class HeadingsForm(forms.Form):
    """Which column each heading of a plan stands for."""

    def __init__(self, *args: Any, headings: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "heading"})
        self._headings = headings
        for number, (heading, column) in enumerate(headings):
            self.fields[f"{number}"] = forms.ChoiceField(
                label=f"“{heading}”",
                choices=[("", "Choose a column"), *COLUMNS.items()],
                initial=column,
                required=False,
            )

    def changed(self) -> dict[str, str]:
        """The headings whose column a valid form changes, with their new column."""
        return {
            heading: chosen
            for number, (heading, column) in enumerate(self._headings)
            if (chosen := self.cleaned_data[f"{number}"]) and chosen != column
        }


class NewHeadingsForm(forms.Form):
    """Headings typed as the document prints them, where none was recognised."""

    ROWS = 6

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "new"})
        for number in range(1, self.ROWS + 1):
            self.fields[f"heading_{number}"] = forms.CharField(
                label=f"Heading {number} as printed", required=False, max_length=200
            )
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=f"Heading {number} stands for",
                choices=[("", "Choose a column"), *COLUMNS.items()],
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Each heading has its column, and there is one at least.

        Raises:
            ValidationError: a half is missing, or everything.
        """
        for number in range(1, self.ROWS + 1):
            heading, column = self._pair(number)
            if bool(heading) != bool(column):
                missing = "column" if heading else "heading"
                self.add_error(f"{missing}_{number}", f"Heading {number}: give its {missing}, too.")
        if not self.errors and not self.changed():
            raise forms.ValidationError("Type one heading at least, and choose what it stands for.")
        return self.cleaned_data

    def changed(self) -> dict[str, str]:
        """The headings that were typed, with their columns."""
        pairs = (self._pair(number) for number in range(1, self.ROWS + 1))
        return {heading: column for heading, column in pairs if heading and column}

    def _pair(self, number: int) -> tuple[str, str]:
        data = self.cleaned_data
        return data.get(f"heading_{number}", "").strip(), data.get(f"column_{number}", "")


class LinkForm(forms.Form):
    """An item and the recommendation that it answers."""

    item = forms.ChoiceField(label="Item")
    recommendation = forms.TypedChoiceField(label="Recommendation", coerce=int)

    def __init__(
        self,
        *args: Any,
        items: Sequence[tuple[str, str]],
        recommendations: Sequence[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = list(items)  # type: ignore[attr-defined]
        self.fields["recommendation"].choices = list(recommendations)  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """The report that a plan answers."""

    inspection = forms.TypedChoiceField(label="The report that this plan answers", coerce=int)

    def __init__(self, *args: Any, reports: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["inspection"].choices = list(reports)  # type: ignore[attr-defined]
        self.has_reports = bool(reports)
