"""Commenting, raising and answering challenges, and answering queries."""

from goldenthread.plans import actions
from goldenthread.plans.models import Comment
from goldenthread.web.actions import asking as forms
from goldenthread.web.actions.deeds.base import Deed, Doing, Done

STAYS = "It cannot be taken back."


def _comment(doing: Doing) -> Done:
    made = actions.comment(action=doing.action, by=doing.user, text=doing.data["text"])
    return Done(f"Your comment stands below. {_who_reads(made)}You may correct it.")


def _correct_comment(doing: Doing) -> Done:
    made = actions.comment(
        action=doing.action, by=doing.user, text=doing.data["text"], corrects=doing.thing
    )
    return Done(f"It is corrected; what you wrote first stays. {_who_reads(made)}".strip())


def _who_reads(made: Comment) -> str:
    if not made.restricted:
        return ""
    return (
        "It may tell who a child is, so only you and those who clear evidence read it: "
        "write it without. "
    )


def _challenge(doing: Doing) -> Done:
    made = actions.raise_challenge(action=doing.action, by=doing.user, text=doing.data["text"])
    to = str(made.to) if made.to else "an improvement officer, for nobody leads it"
    return Done(f"Your challenge goes to {to}. {STAYS}")


def _reply(doing: Doing) -> Done:
    actions.answer_challenge(challenge=doing.thing, by=doing.user, answer=doing.data["answer"])
    return Done(f"The challenge is answered. {STAYS}")


def _pass_on(doing: Doing) -> Done:
    made = actions.pass_on_challenge(challenge=doing.thing, by=doing.user, **doing.data)
    return Done(f"The challenge is passed on to {made.to}. They may pass it on again.")


def _answer(doing: Doing) -> Done:
    actions.answer_query(query=doing.thing, by=doing.user, **doing.data)
    return Done(f"The query is answered. {STAYS}")


DEEDS = (
    Deed(
        name="comment",
        title="Write a comment",
        button="Save the comment",
        run=_comment,
        form=forms.CommentForm,
        appends=True,
        may=lambda rights: rights.challenges,
        offered=lambda rights: rights.challenges,
    ),
    Deed(
        name="correct_comment",
        title="Correct your comment",
        button="Save the correction",
        run=_correct_comment,
        form=forms.CorrectCommentForm,
        of="comment",
        appends=True,
        may=lambda rights: rights.challenges,
    ),
    Deed(
        name="challenge",
        title="Raise a challenge",
        button="Ask it",
        run=_challenge,
        form=forms.ChallengeForm,
        appends=True,
        may=lambda rights: rights.challenges,
        offered=lambda rights: rights.challenges,
    ),
    Deed(
        name="reply",
        title="Answer the challenge",
        button="Answer",
        run=_reply,
        form=forms.ReplyForm,
        of="challenge",
        appends=True,
        may=lambda rights: rights.challenges,
    ),
    Deed(
        name="pass_on",
        title="Pass the challenge on",
        button="Pass it on",
        run=_pass_on,
        form=forms.PassOnForm,
        of="challenge",
        appends=True,
        may=lambda rights: rights.challenges,
    ),
    Deed(
        name="answer_query",
        title="Answer the query",
        button="Answer",
        run=_answer,
        form=forms.AnswerForm,
        of="query",
        appends=True,
    ),
)
