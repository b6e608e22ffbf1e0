"""What became of the plan of 2012: done and not shown, one of fourteen, and one that went on."""

from datetime import date

from goldenthread.demonstration.story import Story
from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step

HEAD, LEAD, CHECKER = "Tom Harrow", "Asha Verity", "Mina Stroud"
# What was completed later, by whom, and the month.
LATER = (
    ("Write a letter", LEAD, date(2012, 9, 30)),
    ("Set the deadline of the typing pool", HEAD, date(2012, 8, 31)),
    ("Buy dictation software", LEAD, date(2012, 8, 31)),
    ("Name a deputy minute taker", LEAD, date(2012, 7, 31)),
    ("Put a pack of information", "Priya Dale", date(2012, 12, 31)),
    ("Add a box to the form", HEAD, date(2012, 8, 31)),
    ("Lock records", HEAD, date(2012, 11, 30)),
    ("Make sure that the new way", HEAD, date(2012, 9, 30)),
    ("Book four visits", "Ruth Calder", date(2012, 11, 30)),
    ("Change the audit form", "Priya Dale", date(2012, 9, 30)),
    ("Open a mailbox", "Petra Lund", date(2012, 7, 31)),
    ("Send reminders", "Petra Lund", date(2013, 3, 31)),
    ("Hire a clerk", "Petra Lund", date(2013, 1, 31)),
    ("Let chairs observe each other", HEAD, date(2013, 3, 31)),
    ("Give every supervisor a prompt", "Priya Dale", date(2014, 3, 31)),
)


def work(story: Story) -> None:
    """The completions that the document claims are taken over; what came later is told."""
    by = story.officer
    claimed = ("Say in the covering letter", "Revise the form of the report")
    actions.take_over_completions(actions=[story.action(words) for words in claimed], by=by)
    for words, who, month in LATER:
        actions.complete(
            action=story.action(words), by=story.council[who], completed_on=month, precision="month"
        )
    superseded(story)
    closed_by_a_review(story)
    one_of_fourteen(story)
    actions.close_first_round(plan=story.plan, by=by)


def superseded(story: Story) -> None:
    """A lead's action that another document overtook says so, with the action that did."""
    chronologies, reasons = story.action("Teach chronologies"), story.action("Lock records")
    step = Step(why="Chronologies are taught with the use of the record.", replaced_by=reasons)
    actions.set_delivery(action=chronologies, state="superseded", by=story.officer, step=step)


def closed_by_a_review(story: Story) -> None:
    """What goes on is closed by a review alone."""
    adoption = story.action("Hold a tracking meeting")
    actions.add_update(
        action=adoption, by=story.council[HEAD], said_on=date(2013, 11, 4),
        text="The meeting is held each month and goes on.",
    )  # fmt: skip
    actions.complete(
        action=adoption, by=story.council[HEAD], completed_on=date(2014, 9, 30), precision="month",
        review="Children wait three months less; the meeting is part of the routine now.",
    )  # fmt: skip


def one_of_fourteen(story: Story) -> None:
    """Fourteen meetings were wanted: the minute of one is filed and accepted."""
    actions.give_to_checker(plan=story.plan, user=story.council[CHECKER], by=story.officer)
    meetings = story.action("Meet with each of the 14")
    actions.add_update(
        action=meetings, by=story.council[LEAD], said_on=date(2012, 7, 10),
        text="One meeting has taken place, with Fellside.",
    )  # fmt: skip
    story.checked(meetings, LEAD, CHECKER, "Minute of the meeting with Fellside", quantity=1)
