"""The forms of comments, queries and challenges on the Action page."""

from django import forms

from goldenthread.people.models import Person
from goldenthread.plans.actions.querying import ANSWERS
from goldenthread.web.actions.forms import DeedForm, words


class CommentForm(DeedForm):
    """What somebody remarks."""

    text = words(
        "What do you remark?",
        "Everybody who sees the action reads it, partners too. It changes nothing and is no update. "
        "Name no child.",
    )


class CorrectCommentForm(DeedForm):
    """What is to stand in the place of one's own remark."""

    text = words("What is it?", "What you wrote first stays below it.")

    def prepare(self) -> None:
        """What was written is there to be put right."""
        self.fields["text"].initial = self.thing.text


class ChallengeForm(DeedForm):
    """What somebody asks."""

    text = words("What do you ask?", "It goes to the lead, who answers it or passes it on.")


class ReplyForm(DeedForm):
    """The answer to a challenge."""

    answer = words("Your answer")


class PassOnForm(DeedForm):
    """To whom a challenge is passed on, and why."""

    to = forms.ModelChoiceField(
        label="To whom?", queryset=Person.objects.none(), empty_label="Choose a person"
    )
    why = words("Why?")

    def prepare(self) -> None:
        """People of the authority who can sign in."""
        rows = Person.objects.filter(authority=self.action.plan.authority).exclude(user=None)
        self.fields["to"].queryset = rows.order_by("name", "pk")  # type: ignore[attr-defined]


class AnswerForm(DeedForm):
    """What became of a query, and why."""

    outcome = forms.ChoiceField(
        label="What became of it?",
        choices=[("", "Choose one"), *((one.value, one.label) for one in ANSWERS)],
        help_text="‘Corrected’ is taken once the rule finds it no longer.",
    )
    answer = words("In words")
