"""The forms of members' questions and their answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from goldenthread.governance.figures import Told
from goldenthread.governance.models import AgendaItem, Expectation, Figure, Forum, Question
from goldenthread.people.models import Authority, Person
from goldenthread.web.governance.forms import day, long, short


class AskForm(forms.Form):
    """What was asked."""

    asked_by = short("Asked by", hint="A post, or “a member”.")
    asked_of = short("Asked of", hint="The post that is to answer.", required=False)
    asked_on = day("Asked on")
    about = short("About", required=False)
    text = long("Question", hint="Word for word.")
    answer_by = day("To be answered by", required=False)
    meeting: Any = forms.ModelChoiceField(
        label="For the meeting of", queryset=None, required=False, empty_label="No meeting"
    )
    asked_before: Any = forms.ModelChoiceField(
        label="Asked before",
        queryset=Question.objects.none(),
        required=False,
        empty_label="No, this is new",
    )

    def __init__(self, *args: Any, forum: Forum, earlier: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        meetings = forum.meetings.exclude(state="cancelled").select_related("forum")
        self.fields["meeting"].queryset = meetings.order_by("-day")  # type: ignore[attr-defined]
        self.fields["asked_before"].queryset = earlier  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """The draft of an answer."""

    answers_for = short("Who answers?", hint="The post.")
    text = long("Answer", rows=12, hint="No names of children.")


class FillForm(forms.Form):
    """Which document that was read holds the answer."""

    which = forms.ChoiceField(label="Document")

    def __init__(self, *args: Any, rows: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.rows = {
            f"{row.pk}-{number}": (row, number)
            for row in rows
            for number in range(len(row.proposal["exchanges"]))
        }
        self.fields["which"].choices = [  # type: ignore[attr-defined]
            (key, f"{row.name}, question {number + 1}") for key, (row, number) in self.rows.items()
        ]

    def said(self) -> dict[str, Any]:
        """What a valid form says, for the verb."""
        row, number = self.rows[self.cleaned_data["which"]]
        return {"proposal": row.proposal, "upload": row.upload, "exchange": number}


class FigureForm(forms.Form):
    """A figure as it is typed in."""

    name = forms.CharField(label="What does it count?", max_length=300)
    value = forms.DecimalField(label="Value", max_digits=14, decimal_places=4, required=False)
    unit = forms.CharField(
        label="Unit", max_length=60, required=False, help_text="Such as percent, or children."
    )
    numerator = forms.IntegerField(label="How many of them", min_value=0, required=False)
    denominator = forms.IntegerField(
        label="Out of how many",
        min_value=1,
        required=False,
        help_text="Leave it empty where it is not known: the answer then says “not given”.",
    )
    at_least = forms.BooleanField(label="It is at least so many", required=False)
    as_at = day("As at", required=False)
    better = forms.ChoiceField(
        label="Which way is better?",
        choices=[("", "Not said"), *Figure.Better.choices],
        required=False,
    )
    adverse = forms.BooleanField(label="The answer says that it is not good enough", required=False)
    limit = forms.BooleanField(label="It is a limit or a length, no count", required=False)
    source = forms.CharField(label="Source", max_length=300, required=False)
    printed = long("As printed", required=False, rows=2)

    def said(self) -> dict[str, Any]:
        """What a valid form says, for the verb."""
        given = dict(self.cleaned_data)
        source, printed = given.pop("source"), given.pop("printed")
        return {"told": Told(**given), "source": source, "printed": printed}


class NestForm(forms.Form):
    """Whether a figure is counted in another."""

    within: Any = forms.ModelChoiceField(label="Other figure", queryset=None, empty_label=None)
    nesting = forms.ChoiceField(label="Is it counted there too?", choices=Figure.Nesting.choices)


class PromiseForm(forms.Form):
    """What the answer promises."""

    text = long("What is promised?", rows=2)
    printed_day = short("By when, as printed", required=False)
    due_on = day("By when, as a day", required=False)


class ForetellForm(forms.Form):
    """What inspectors will find."""

    text = long("What will they find?", rows=2)


class GiveForm(forms.Form):
    """The day on which the answer was given."""

    on = day("Given on")

    def __init__(self, *args: Any, **more: Any) -> None:
        more["initial"] = {"on": timezone.localdate()}
        super().__init__(*args, **more)


class CommitmentForm(forms.Form):
    """Under which item of which meeting a promise is followed, by whom, until when."""

    item: Any = forms.ModelChoiceField(
        label="Item of a meeting that was held",
        queryset=AgendaItem.objects.none(),
        empty_label=None,
    )
    lead: Any = forms.ModelChoiceField(label="Who", queryset=Person.objects.none())
    due_on = day("By when")

    def __init__(self, *args: Any, authority: Authority, items: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        people = Person.objects.filter(authority=authority, left_on=None).order_by("name")
        self.fields["lead"].queryset = people  # type: ignore[attr-defined]
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        self.fields["item"].label_from_instance = lambda row: f"{row.meeting}: {row}"  # type: ignore[attr-defined]


class MarkForm(forms.Form):
    """What the letter says of it."""

    outcome = forms.ChoiceField(
        label="What did they find?",
        choices=Expectation.Outcome.choices,
        widget=forms.RadioSelect,
    )
    letter_words = long("As the letter says it", required=False, rows=3)
