"""The plan of 2013: its four rows of one hub are joined, and what its update claims is tried."""

from datetime import date

from goldenthread.demonstration.council import Council
from goldenthread.demonstration.story import Story
from goldenthread.intake import actions as intake
from goldenthread.intake.models import Import
from goldenthread.plans import actions

BOTH = "Implementation of the Help Team & Help Panel."
TEAM, PANEL = "Implementation of the Help Team.", "Implementation of the Help Panel."


def settle(council: Council, row: Import) -> None:
    """One hub for four items, and team and panel each by itself, as an officer does on the page."""
    by = council["Ines Hartley"]
    [same] = [one for one in row.questions.filter(kind="same action") if len(one.rows) == 4]
    intake.answer(question=same, value={"join": same.rows}, by=by)
    row.refresh_from_db()
    [both] = [one["id"] for one in row.draft["actions"] if one["text"] == BOTH]
    intake.split_row(import_=row, row=both, parts=(TEAM, PANEL), by=by, revision=row.revision)


def work(story: Story) -> None:
    """The hub was on time for two items and late for two; the impact was too early to tell."""
    by = story.officer
    [hub] = [one for one in story.plan.actions.all() if one.items.count() == 4]
    actions.take_over_completion(action=hub, by=by)
    for words, month in ((TEAM, date(2013, 11, 30)), (PANEL, date(2013, 10, 31))):
        actions.complete(action=story.action(words), by=by, completed_on=month, precision="month")
    review = story.plan.actions.filter(text__startswith="Review of frontline").order_by("order")[0]
    said = actions.add_update(
        action=review, by=by, said_on=date(2014, 3, 31),
        text="The review is to be presented within 4 weeks.",
    )  # fmt: skip
    actions.add_milestone(action=review, by=by, printed="within 4 weeks", update=said)
    actions.set_impact(action=hub, by=by, state="not yet measurable", until=story.day(90))
