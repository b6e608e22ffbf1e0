"""A member's question, its answers with their figures frozen, what was promised and foretold."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.governance.figures import Told
from goldenthread.governance.models.decisions import NextStep
from goldenthread.governance.models.forums import Forum
from goldenthread.governance.models.meetings import Meeting
from goldenthread.governance.seeing import OVERSEERS, Seated
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped, holds_role
from goldenthread.sources.models import Upload


class OfAnswer(Scoped[Row]):
    """Questions about what belongs to an answer: a draft is for overseers only."""

    AUTHORITY = "answer__question__forum__authority"
    ANSWER: ClassVar[str] = "answer__"

    def visible_to(self, user: User) -> Self:
        seated = Seated(user)
        given = Q(**{f"{self.ANSWER}answered_at__isnull": False})
        forum = f"{self.ANSWER}question__forum"
        return self.filter(
            holds_role(user, OVERSEERS, authority=self.AUTHORITY, held=seated.held)
            | seated.of(forum, authority=self.AUTHORITY) & given
        )


class AskedQuerySet(Scoped["Question"]):
    """Questions about members' questions."""

    AUTHORITY = "forum__authority"

    def visible_to(self, user: User) -> Self:
        seated = Seated(user)
        return self.filter(
            holds_role(user, OVERSEERS, authority=self.AUTHORITY, held=seated.held)
            | seated.of("forum", authority=self.AUTHORITY)
        )


class Question(models.Model):
    """What somebody asked of a board or meeting, in their words.

    `asked_by` is a post, or 'a member'. `asked_before` is the same question asked earlier.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="questions")
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="questions"
    )
    asked_by = models.CharField(max_length=200)
    asked_of = models.CharField(max_length=200, blank=True)
    asked_on = models.DateField()
    about = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    answer_by = models.DateField(null=True, blank=True)
    asked_before = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="asked_again"
    )

    objects = AskedQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="governance_question_says_it", condition=~Q(text="") & ~Q(asked_by="")
            ),
            models.CheckConstraint(
                name="governance_question_answer_by_not_before_it_was_asked",
                condition=Q(answer_by__isnull=True) | Q(answer_by__gte=F("asked_on")),
            ),
            models.CheckConstraint(
                name="governance_question_is_not_its_own_earlier_one",
                condition=Q(asked_before__isnull=True) | ~Q(asked_before=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"Question of {self.asked_on.day} {self.asked_on:%B %Y} to {self.forum}"

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class AnswerQuerySet(OfAnswer["Answer"]):
    """Questions about answers."""

    AUTHORITY = "question__forum__authority"
    ANSWER = ""

    def given(self) -> Self:
        return self.filter(answered_at__isnull=False)


class Answer(models.Model):
    """An answer to a question: a draft until it is given, and frozen from then on.

    A correction is a new answer with the next number beside the old one. `upload` is the
    document of which the draft was filled.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    answers_for = models.CharField(max_length=200)
    text = models.TextField()
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_answer", "answered"),
            models.UniqueConstraint(fields=["question", "number"], name="governance_answer_once"),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(answered_at__isnull=True),
                name="governance_answer_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                name="governance_answer_given_on_a_day",
                condition=Q(answered_at__isnull=True, answered_on__isnull=True)
                | Q(answered_at__isnull=False, answered_on__isnull=False) & ~Q(text=""),
            ),
        ]

    def __str__(self) -> str:
        return (
            f"Answer {self.number} to the {str(self.question)[0].lower()}{str(self.question)[1:]}"
        )

    @property
    def authority(self) -> Authority:
        return self.question.authority

    @property
    def is_given(self) -> bool:
        return self.answered_at is not None


class FigureQuerySet(OfAnswer["Figure"]):
    """Questions about figures of answers."""


class Figure(models.Model):
    """A figure of an answer as it was typed in, with what is known and not known of it.

    `within` is the figure whose children or cases this one's are part of, where `nesting` says
    that they are; "apart" says that they are not, and "not stated" that nobody said so.
    """

    class Better(models.TextChoices):
        HIGHER = "higher", "Higher is better"
        LOWER = "lower", "Lower is better"

    class Nesting(models.TextChoices):
        INCLUDED = "included", "Counted in it"
        APART = "apart", "Not counted in it"
        NOT_STATED = "not stated", "Not stated whether counted in it"

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="figures")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    at_least = models.BooleanField(default=False)
    as_at = models.DateField(null=True, blank=True)
    better = models.CharField(max_length=6, choices=Better.choices, blank=True)
    adverse = models.BooleanField(default=False)
    limit = models.BooleanField(default=False)
    within = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="contains"
    )
    nesting = models.CharField(max_length=10, choices=Nesting.choices, blank=True)
    source = models.CharField(max_length=300, blank=True)
    printed = models.TextField(blank=True)

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "number"], name="governance_figure_once"),
            models.CheckConstraint(
                name="governance_figure_says_something",
                condition=~Q(name="") & (Q(value__isnull=False) | ~Q(printed="")),
            ),
            models.CheckConstraint(
                name="governance_figure_parts_of_a_whole",
                condition=Q(denominator__isnull=True)
                | Q(denominator__gte=1)
                & (Q(numerator__isnull=True) | Q(numerator__lte=F("denominator"))),
            ),
            models.CheckConstraint(
                name="governance_figure_nested_with_words",
                condition=Q(within__isnull=True, nesting="")
                | Q(within__isnull=False, nesting__in=["included", "apart", "not stated"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def authority(self) -> Authority:
        return self.answer.authority

    @property
    def told(self) -> Told:
        """The figure for the rules."""
        return Told(
            name=self.name,
            value=self.value,
            unit=self.unit,
            numerator=self.numerator,
            denominator=self.denominator,
            at_least=self.at_least,
            as_at=self.as_at,
            better=self.better,  # type: ignore[arg-type]  # one of Better, or ""
            adverse=self.adverse,
            limit=self.limit,
        )


class AnswerPromiseQuerySet(OfAnswer["Commitment"]):
    """Questions about what answers promised."""


class Commitment(models.Model):
    """What an answer promised, with the day as printed and as read; the next step it became."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="commitments")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    printed_day = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    step = models.OneToOneField(
        NextStep, models.PROTECT, null=True, blank=True, related_name="promised_in"
    )

    objects = AnswerPromiseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "number"], name="governance_commitment_once"),
            models.CheckConstraint(name="governance_commitment_says_it", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.answer.authority


class ExpectationQuerySet(OfAnswer["Expectation"]):
    """Questions about what answers said that inspectors would find."""

    def to_mark(self) -> Self:
        return self.filter(answer__answered_at__isnull=False, marked_at=None)


class Expectation(models.Model):
    """What an answer said that inspectors would find; marked after the visit, once."""

    class Outcome(models.TextChoices):
        FOUND = "found", "They found it"
        PARTLY = "partly", "They found it in part"
        OTHERWISE = "otherwise", "They found otherwise"
        SILENT = "silent", "The letter says nothing of it"

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="expectations")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    letter_words = models.TextField(blank=True)
    marked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    marked_at = models.DateTimeField(null=True, blank=True)

    objects = ExpectationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_expectation", "marked"),
            models.UniqueConstraint(
                fields=["answer", "number"], name="governance_expectation_once"
            ),
            models.CheckConstraint(name="governance_expectation_says_it", condition=~Q(text="")),
            models.CheckConstraint(
                name="governance_expectation_marked_with_an_outcome",
                condition=Q(marked_at__isnull=True, outcome="", letter_words="")
                | Q(marked_at__isnull=False, outcome__in=["found", "partly", "otherwise", "silent"])
                & (Q(outcome="silent") | ~Q(letter_words="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.answer.authority
