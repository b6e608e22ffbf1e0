"""The day of which a paper tells, the overall view, finished versions, and to whom it was sent."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from goldenthread.papers.models import Sending
from goldenthread.web.days import DayField


class AsAtForm(forms.Form):
    """Asks for a day; an address without one means today."""

    as_at = DayField(
        label="As at",
        required=False,
        help_text="Today unless you choose another day. The paper names what it still tells as of today.",
    )

    def clean_as_at(self) -> date:
        """The day; today where none was given."""
        day: date | None = self.cleaned_data["as_at"]
        return day or timezone.localdate()


class OverallViewForm(forms.Form):
    """The director's overall view; the reason is asked for only where something is suspected."""

    text = forms.CharField(
        label="Overall view",
        help_text="As the board is to read it. Leave a line free between paragraphs.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    not_personal = forms.CharField(
        label="Why what is suspected is nobody's personal data",
        help_text="Only if the text stays as it is. Kept for good.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SignOffForm(forms.Form):
    """Confirms that a paper is signed off; `after` is the signed paper that was the last one."""

    after = forms.CharField(required=False, widget=forms.HiddenInput)


class FinishedForm(forms.Form):
    """A signed paper as somebody finished it."""

    file = forms.FileField(
        label="The finished paper", help_text="A Word file (.docx) or a PDF.", allow_empty_file=True
    )


class TakeForm(forms.Form):
    """Why a version counts as the signed one; needed where its figures are not the same."""

    why = forms.CharField(
        label="Why it counts as the signed one",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, needs_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].required = needs_reason


class SendingForm(forms.Form):
    """To whom a signed paper was sent, when and how, with the covering letter."""

    to = forms.CharField(
        label="Sent to",
        help_text="One on each line: an organisation, a post or a board, such as Ofsted.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sent_on = DayField(label="Sent on", initial=timezone.localdate)
    how = forms.ChoiceField(label="How", choices=Sending.How.choices, widget=forms.RadioSelect)
    covering = forms.CharField(
        label="Covering letter",
        help_text="Printed as a letter with the list of who it went to. No words about a child.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class AcknowledgedForm(forms.Form):
    """When a recipient said that the paper came, and in which words."""

    on = DayField(label="Acknowledged on", initial=timezone.localdate)
    words = forms.CharField(
        label="What they said",
        help_text="Such as their reference.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
