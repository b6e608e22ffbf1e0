"""The forms of importing."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from goldenthread.intake.models import EDITORS
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import holds_role


class FilesInput(forms.ClearableFileInput):
    """A box for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files that came, as a list.

        Raises:
            ValidationError: none came, or one is empty.
        """
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class UploadForm(forms.Form):
    """The documents to bring, and for which council where the person works for several."""

    files = FilesField(
        label="Documents",
        help_text="Reports, letters, plans, decision reports, questions with their answers: "
        "Word, Excel, PDF, web page, Markdown or plain text. Choose or drop one or several.",
        error_messages={"empty": "This file is empty. Save it again, then choose it anew."},
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
        councils = list(councils_of(user))
        field = self.fields["authority"]
        field.queryset = Authority.objects.filter(pk__in=[c.pk for c in councils])  # type: ignore[attr-defined]
        self.may_upload = bool(councils)
        if len(councils) == 1:
            field.initial = councils[0].pk
            field.widget = forms.HiddenInput()

    def uploaded(self) -> list[tuple[str, UploadedFile]]:
        """The names and contents of a valid form's files."""
        return [(file.name, file) for file in self.cleaned_data["files"]]


def councils_of(user: User) -> Any:
    """The councils for which a person may import, by name."""
    return Authority.objects.filter(holds_role(user, EDITORS, authority="pk")).order_by("name")
