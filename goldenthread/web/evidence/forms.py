"""The forms of checking evidence."""

from typing import Any

from django import forms

from goldenthread.plans.models import EvidenceLink, Test


class AcceptForm(forms.Form):
    """How we know; from 'embedded in practice' up also what we know and what the plan is."""

    what_we_know = forms.CharField(
        label="What do you know?",
        help_text="What is different now in the quality of practice, and for children.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    how_do_we_know = forms.CharField(
        label="How do you know it?",
        help_text="What you looked at, how much of it, and what you found.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    what_next = forms.CharField(
        label="What is the plan?",
        help_text="What happens next, so that it stays so.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, link: EvidenceLink, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "accept"})
        asked = ("note",) if asks_all(link) else ("what_we_know", "what_next")
        for name in asked:
            del self.fields[name]

    def words(self) -> dict[str, str]:
        """The answers of a valid form, as the verb takes them."""
        given = self.cleaned_data
        return {
            "how_do_we_know": given["how_do_we_know"],
            "note": given.get("what_we_know") or given.get("note") or "",
            "what_next": given.get("what_next", ""),
        }


class ReturnForm(forms.Form):
    """Why evidence is returned."""

    reason = forms.CharField(
        label="Reason",
        help_text="What is missing, so that whoever filed it can add it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "return"})


def asks_all(link: EvidenceLink) -> bool:
    """Whether all three questions are asked: of evidence for rung 4 or 5."""
    supports = link.direction == EvidenceLink.Direction.SUPPORTS
    return supports and link.test.kind in (Test.Kind.PRACTICE, Test.Kind.DIFFERENCE)
