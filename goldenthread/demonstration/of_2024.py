"""What people do with the plan of 2024: every state of delivery, rung and colour."""

from goldenthread.demonstration.measuring import Measured
from goldenthread.demonstration.story import Story
from goldenthread.plans import actions
from goldenthread.plans.actions.delivering import Step
from goldenthread.plans.actions.measuring import Figures
from goldenthread.plans.actions.updating import Forecast
from goldenthread.plans.models import Action
from goldenthread.plans.recurring import Recurs

LEAD, HEAD, EARLY, NURSE = "Asha Verity", "Tom Harrow", "Priya Dale", "Petra Lund"
CHECKER, SECOND, SENIOR, DIRECTOR = "Carl Crossley", "Mina Stroud", "Ruth Calder", "David Penn"
WORDS = "words of children, families or staff"


def work(story: Story, measures: dict[str, Measured]) -> None:
    """All that people have done so far, in the order of the plan."""
    for name in (CHECKER, SECOND):
        actions.give_to_checker(plan=story.plan, user=story.council[name], by=story.officer)
    kinds_confirmed(story)
    conferences_in_time(story, measures["CONFERENCES"])
    the_list_and_the_training(story)
    supervision(story, measures["SUPERVISION"])
    audits_and_recruiting(story)
    care_leavers(story, measures["HOMES"])
    early_help(story)
    permanence(story, measures["PERMANENCE"])
    children_say(story)


def kinds_confirmed(story: Story) -> None:
    """Of which kind each test of the document is, before evidence is filed against any."""
    for action in story.plan.actions.order_by("order"):
        for test in action.tests.current():
            actions.change_test(
                test=test, by=story.officer, kind=test.kind, why="Agreed with the lead."
            )


def conferences_in_time(story: Story, measured: Measured) -> None:
    """Rung 5: done, practised, and the figure shows it."""
    action = story.action("Hold initial conferences")
    used = story.names(
        action, "Sample of 20 conferences shows that the protocol is used", "practice"
    )
    first, last = measured.values[0], measured.values[-1]
    aim = {
        "direction": "higher", "baseline": 58.3, "baseline_on": first.as_at.isoformat(),
        "least": 20, "unit": "per cent", "from": measured.values[9].as_at.isoformat(),
        "to": story.day(60).isoformat(),
    }  # fmt: skip
    changed = story.names(
        action, "Increase of the conferences that are held in time", "difference", aim
    )
    story.says(action, LEAD, "The protocol is agreed with police and health.", said=430)
    story.done(action, LEAD, 412)
    story.checked(action, LEAD, CHECKER, "Protocol for initial conferences")
    audit = {"theme": "Conferences", "result": "19 of 20 followed the protocol", "sample": 20}
    story.checked(
        action, LEAD, SECOND, "Audit of 20 conferences", kind="audit", about=audit, test=used
    )
    story.practised(
        action, CHECKER, "At least 18 of 20 follow the protocol", counts={3: 18, 2: 19, 1: 19}
    )
    actions.link_measure(
        of=action, measure=measured.measure, kind="impact", expected="rise", by=story.officer
    )
    figure = {"number": 92, "numerator": 23, "denominator": 25, "as_at": last.as_at.isoformat()}
    story.checked(
        action, LEAD, SECOND, "Conferences in time, last month", kind="measure value",
        about={"figure": figure}, test=changed,
    )  # fmt: skip
    actions.set_impact(
        action=action, by=story.council[LEAD], state="measured: improved",
        figures=Figures(last, baseline=first),
    )  # fmt: skip


def the_list_and_the_training(story: Story) -> None:
    """Rung 3, evidence checked; and rung 2, where the check is asked for."""
    weekly = story.action("Send a weekly list")
    story.done(weekly, LEAD, 385)
    story.checked(weekly, LEAD, CHECKER, "The list of the first week", marking="open")
    training = story.action("Train the chairs")
    story.says(training, LEAD, "Two of three sessions have been held.", said=150)
    story.done(training, LEAD, 122)
    story.files(training, LEAD, "Attendance list of three sessions", ask_at_once=True)


def supervision(story: Story, measured: Measured) -> None:
    """Rung 4: embedded; the target of its measure has been met for long enough."""
    action = story.action("Supervise every social worker")
    used = story.names(action, "Sample of 20 supervision records a month", "practice")
    story.done(action, HEAD, 320)
    story.checked(action, HEAD, CHECKER, "Supervision policy")
    audit = {"theme": "Supervision", "result": "18 of 20 were in standard", "sample": 20}
    story.checked(
        action, HEAD, SECOND, "Audit of supervision", kind="audit", about=audit, test=used
    )
    story.practised(
        action, CHECKER, "At least 18 of 20 in standard", counts={4: 17, 3: 18, 2: 18, 1: 20}
    )
    actions.link_measure(
        of=action, measure=measured.measure, kind="impact", expected="rise", by=story.officer
    )
    actions.set_impact(
        action=action, by=story.council[HEAD], state="sustained",
        figures=Figures(measured.values[-1], target=measured.target),
    )  # fmt: skip


def audits_and_recruiting(story: Story) -> None:
    """Embedding that lapsed; and blocked, with a way forward."""
    audits = story.action("Audit 20 supervision records")
    used = story.names(audits, "Monitoring report on the audits of the month", "practice")
    story.done(audits, HEAD, 300)
    story.checked(audits, HEAD, CHECKER, "Audit tool")
    story.checked(audits, HEAD, CHECKER, "Report on three months of audits", test=used)
    story.practised(
        audits, SECOND, "20 records audited, 18 well", counts={5: 18, 4: 19, 3: 18, 2: 18, 1: 11}
    )
    posts = story.action("Recruit two practice supervisors")
    story.says(posts, LEAD, "One person has accepted; the second withdrew.", said=20)
    step = Step(
        blocked_on="Human resources", why="The second advert waits for approval.",
        chase_on=story.day(7), way_forward="The director releases the advert this month.",
    )  # fmt: skip
    actions.set_delivery(action=posts, state="blocked", by=story.council[LEAD], step=step)


def care_leavers(story: Story, measured: Measured) -> None:
    """A partner's action with evidence returned; blocked; to be agreed; not due to start."""
    histories = story.action("Give each care leaver their health history")
    story.says(histories, NURSE, "Histories have been handed over to 31 of 40.", said=12)
    link = story.files(histories, NURSE, "Register of the histories", outside=True)
    actions.return_(
        link=link, by=story.council[CHECKER], reason="The register ends in spring. Add the summer."
    )
    flats = story.action("Lease four more flats")
    step = Step(blocked_on="Housing", why="No flats are offered.", chase_on=story.day(14))
    actions.set_delivery(action=flats, state="blocked", by=story.council[HEAD], step=step)
    actions.link_measure(
        of=flats, measure=measured.measure, kind="impact", expected="rise", by=story.officer
    )
    actions.set_impact(
        action=flats, by=story.council[HEAD], state="measured: no change",
        figures=Figures(measured.values[-1], baseline=measured.values[0]),
    )  # fmt: skip
    offer = story.action("Agree the local offer")
    actions.set_delivery(action=offer, state="to be agreed", by=story.council[HEAD])
    later = Step(starts_on=story.day(60))
    second = story.action("Open a second drop-in")
    actions.set_delivery(action=second, state="not started", by=story.council[HEAD], step=later)


def early_help(story: Story) -> None:
    """Superseded; slipped with more time approved; ineffective with a successor; no change."""
    door, form = story.action("Open one front door"), story.action("Replace the paper referral")
    replaced = Step(why="The front door takes referrals by telephone and online.", replaced_by=door)
    actions.set_delivery(action=form, state="superseded", by=story.council[EARLY], step=replaced)
    said = Forecast(
        day=story.day(75), cause="partner", reason="The police join only in the new year."
    )
    story.says(door, EARLY, "Health and schools have signed; the police have not.", forecast=said)
    asked = Forecast(
        day=story.day(40), cause="partner", reason="The police need a decision of their board."
    )
    move = actions.ask_extension(action=door, by=story.council[EARLY], to=asked)
    actions.approve_extension(move=move, by=story.council[SENIOR], words="Agreed, once.")
    pilot = story.action("Pilot evening parenting classes")
    classes = story.action("Hold parenting classes")
    story.says(pilot, EARLY, "Three families came in six weeks.", said=160)
    failed = Step(why="Families cannot come in the evening.", replaced_by=classes)
    actions.set_delivery(action=pilot, state="ineffective", by=story.council[EARLY], step=failed)
    story.says(classes, EARLY, "Rooms are booked at two centres.", said=90)
    _classes(story, classes)
    for _ in range(3):
        actions.no_change(action=classes, by=story.council[EARLY])
    actions.set_impact(
        action=classes, by=story.council[EARLY], state="not yet measurable", until=story.day(150)
    )


def _classes(story: Story, classes: Action) -> None:
    """They recur each month: one held with its list, one missed, one held, the next to come."""
    each = Recurs(frequency="monthly", first_day=story.day(-80))
    made = actions.set_recurrence(
        action=classes, by=story.officer, recurs=each, what="A class at each centre"
    )
    first, second, third, *_ = made.occurrences.order_by("day")
    lead = story.council[EARLY]
    actions.hold_occurrence(occurrence=first, by=lead, done_on=first.day)
    test = classes.tests.current()[0]
    story.files(classes, EARLY, "Who came to the first class", test=test, occurrence=first)
    actions.miss_occurrence(occurrence=second, by=lead, why="The trainer was ill.")
    actions.hold_occurrence(occurrence=third, by=lead, done_on=third.day)


def permanence(story: Story, measured: Measured) -> None:
    """Late with more time refused; contradicted after it was accepted; five of twelve."""
    track = story.action("Track every plan of permanence")
    story.says(track, HEAD, "The first meeting was put off.", said=45)
    asked = Forecast(day=story.day(30), cause="capacity", reason="The chair has been away.")
    move = actions.ask_extension(action=track, by=story.council[HEAD], to=asked)
    actions.refuse_extension(
        move=move, by=story.council[DIRECTOR], words="Somebody else can chair the meeting."
    )
    actions.raise_risk(
        action=track, by=story.council[HEAD], kind="risk", review_on=story.day(21),
        text="Children wait longer for a plan while nobody tracks them.",
        control="The reviewing officers send a list each week.",
    )  # fmt: skip
    policy = story.action("Write a policy on permanence")
    story.done(policy, HEAD, 250)
    story.checked(policy, HEAD, SECOND, "Policy on permanence")
    actions.contradict(
        test=policy.tests.current()[0], kind="email", title="Question of a team about the policy",
        shows="The teams work by the policy of before.", by=story.council["Grace Lowell"],
        about={
            "sender": "A team manager", "sent_on": story.day(-9).isoformat(),
            "recipients": ["Improvement manager"],
        },
    )  # fmt: skip
    actions.link_measure(
        of=policy, measure=measured.measure, kind="impact", expected="rise", by=story.officer
    )
    actions.set_impact(
        action=policy, by=story.council[HEAD], state="measured: worse",
        figures=Figures(measured.values[-1], baseline=measured.values[6]),
    )  # fmt: skip
    meetings = story.action("Meet each of the 12 agencies")
    story.says(meetings, HEAD, "Five agencies have been met.", said=5)
    story.checked(meetings, HEAD, CHECKER, "Notes of five meetings", quantity=5)


def children_say(story: Story) -> None:
    """What children say; a status that a manager lowered, and one that another raised."""
    asked = story.action("Ask children in each review")
    story.says(asked, LEAD, "Used in half of the reviews of last month.", said=10)
    said = {
        "whose": "Children at their reviews", "said_on": story.day(-10).isoformat(),
        "words": "Somebody now writes down what I want and tells me what came of it.",
    }  # fmt: skip
    story.files(asked, LEAD, "What children wrote on the form", kind=WORDS, about=said)
    actions.set_impact(
        action=asked, by=story.council[LEAD], state="early signs",
        words="Children say that somebody tells them what came of it.",
    )  # fmt: skip
    actions.judge_status(
        action=asked, by=story.council[DIRECTOR], colour="amber",
        reason="Half of the reviews are not enough a month before the end.",
    )  # fmt: skip
    issue = story.action("Publish each quarter")
    story.says(issue, SENIOR, "The first issue is drafted.", said=15)
    posts = story.action("Recruit two practice supervisors")
    actions.judge_status(
        action=posts, by=story.council[DIRECTOR], colour="green",
        reason="The advert is released today, and one of two has signed.",
    )  # fmt: skip
