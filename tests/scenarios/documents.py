"""Documents of the made-up council Aldermere that the scenarios bring in, as their files' bytes."""

import io

import docx

from goldenthread.documents.reports.tests import typeset

FRONT = (
    ("Report to", "Cabinet"),
    ("Date of meeting", "Wednesday 13 July 2016"),
    ("Report title", "Our plan after the inspection of services for children"),
    ("Portfolio holder", "Councillor Robin Vale\nCabinet Member for Children"),
    ("Wards affected", "All"),
    ("Key decision", "Yes"),
)
GRADES = (
    "Overall effectiveness – Requires improvement to be good",
    "Children who need help and protection – Good",
    "Children looked after and achieving permanence – Require improvement",
    "Adoption performance – Good",
    "Experiences and progress of care leavers – Requires improvement",
    "Leadership, management and governance – Good",
    "The Local Safeguarding Children Board – Good",
)
# What the paper of S1 states; others state other days.
DAYS = {"published": "16 May 2016", "deadline": "23 August 2016", "first": "22 February 2016",
        "last": "17 March 2016"}  # fmt: skip


def cabinet_paper(**days):
    """A decision report in Word about an inspection of 2016; `days` replace those of `DAYS`."""
    told = {**DAYS, **days}
    document = docx.Document()
    grid = document.add_table(rows=0, cols=2)
    for cells in FRONT:
        for cell, text in zip(grid.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_heading("1. Background", level=1)
    document.add_paragraph(
        "1.1 Ofsted inspected services for children in need of help and protection, children looked "
        "after and care leavers, and reviewed the Local Safeguarding Children Board, from "
        "{first} to {last}. The report was published on {published}. In 2012 the grade was "
        "satisfactory. There are no widespread or serious failures that leave children at risk. "
        "The judgements are:".format(**told)
    )
    for grade in GRADES:
        document.add_paragraph(grade, style="List Bullet")
    document.add_paragraph(
        "1.2 The report provides the council with 11 recommendations. The council must send its "
        "plan to Ofsted within 70 working days of publication, and the deadline is "
        "{deadline}.".format(**told)
    )
    document.add_heading("2. Recommendations", level=1)
    document.add_paragraph("2.1 That Cabinet approves the plan.")
    return _saved(document)


MINUTES = "make sure that the minutes of planning meetings and of child protection reviews go out within a week"
SAFEGUARDING = {
    "Immediately:": (
        "every partner agency should check that its staff know the threshold document and use it",
        "tell parents and carers how they can put right what the minutes of a review say about them",
    ),
    "Within three months:": (
        "agree how elected members visit the duty team and report what they find",
        "add supervision notes and yearly appraisals to the programme of audits",
        "finish social workers’ reports two days before a review, so that families can read them",
        MINUTES,
        "NHS Aldermere and the council should answer referrals of unborn babies within ten days",
        "Tarn and Fell NHS Trust should raise training in safeguarding to at least 85% of its staff",
        "NHS Aldermere should repeat the checks of all staff who were appointed before 2009",
    ),
    "Within six months:": ("spread the early help strategy to every school and surgery",),
}
LOOKED_AFTER = {
    "Immediately:": (
        "write down at every statutory visit whether the child was seen alone and what they said",
        "enter each decision of a manager, with the reason, in the child’s electronic record",
    ),
    "Within three months:": (
        "weigh the history of the family in every assessment of risk",
        "bring the electronic care plan of each child up to date",
        "set out progress against the plan in each report to a statutory review",
        "chair statutory reviews with more challenge, and record the challenge",
        "shorten the wait of children for whom adoption has been decided",
        "show in supervision notes how the worker reflected on the case",
    ),
}
FOOTER = "Aldermere inspection of safeguarding and looked after children"


def report_of_2012(*, third="Capacity for improvement is adequate."):
    """A report on safeguarding and looked after children with 18 areas for improvement, as PDF.

    `third` is its third paragraph.
    """
    pieces = [
        ("title", "Inspection of safeguarding and looked after children services"),
        ("title", "Aldermere"),
        ("text", "Inspection dates: 14 to 25 May 2012"),
        ("text", "Reporting inspector: Rowan Thistle HMI"),
        ("text", "Age group: All"),
        ("break", ""),
        ("h1", "About this inspection"),
        ("numbered", "1. The inspection was carried out under the Children Act 2004."),
        ("h1", "Safeguarding services"),
        ("h2", "Overall effectiveness Grade 3 (Adequate)"),
        ("numbered", "2. The overall effectiveness of safeguarding services is adequate."),
        ("h2", "Capacity for improvement Grade 3 (Adequate)"),
        ("numbered", f"3. {third}"),
        *_areas("4. In order to improve services for safeguarding children", SAFEGUARDING),
        ("h1", "Services for looked after children"),
        ("h2", "Overall effectiveness Grade 3 (Adequate)"),
        ("numbered", "5. Services for looked after children are adequate."),
        ("h2", "Capacity for improvement Grade 2 (Good)"),
        ("numbered", "6. Capacity for improvement is good."),
        *_areas("7. In order to improve services for looked after children", LOOKED_AFTER),
        ("break", ""),
        ("h1", "Record of main findings:"),
        ("row", "Safeguarding services\t"),
        ("row", "Overall effectiveness\tAdequate"),
        ("row", "Capacity for improvement\tAdequate"),
        ("row", "Services for looked after children\t"),
        ("row", "Overall effectiveness\tAdequate"),
        ("row", "Capacity for improvement\tGood"),
    ]
    return typeset.pdf(pieces, footer=FOOTER)


def _areas(opening, groups):
    yield ("h1", "Areas for improvement")
    whom = "in Aldermere, the local authority and its partners should take the following action."
    yield ("numbered", f"{opening} {whom}")
    for heading, bullets in groups.items():
        yield ("bold", heading)
        yield from (("bullet", f"{bullet}.") for bullet in bullets)


# The second bullet is reworded and the one on minutes is answered by two items.
REWORDED = (
    "Tell carers how they can put right what the minutes of a review /core group say about them"
)
HALVES = (
    "Make sure that the minutes of planning meetings go out within a week",
    "Make sure that the minutes of child protection reviews go out within a week",
)
DEEDS = (
    "Print a card for each desk",
    "Ask a panel of parents to rewrite the leaflet",
    "Book four visits a year",
    "Change the audit form",
    "Move the typing pool’s deadline",
    "Buy dictation software",
    "Name a deputy minute taker",
    "Open a mailbox with midwives",
    "Send reminders to wards",
    "Hire a clerk for personnel files",
    "Meet all head teachers",
    "Add a tick box to the visit form",
    "Lock records that have no reason",
    "Teach chronologies in induction",
    "Run a weekly list of old plans",
    "Shorten the report template",
    "Let chairs observe each other",
    "Hold a tracking meeting for adoption",
    "Give every supervisor a prompt sheet",
)
HEADINGS = ("No", "Recommendation", "Action", "Lead", "By when", "How will we know?")


def items_of_2012():
    """The number and the words of the plan's nineteen items, by part of the report."""
    first = [text for group in SAFEGUARDING.values() for text in group]
    second = [text for group in LOOKED_AFTER.values() for text in group]
    answers = [*(_capital(text) for text in first)]
    answers[1] = REWORDED
    at = first.index(MINUTES)
    answers[at : at + 1] = HALVES
    every = [*answers, *(_capital(text) for text in second)]
    return [(str(number), text) for number, text in enumerate(every, start=1)]


def plan_of_2012():
    """The plan that answers the report, in Word: one action an item, without any coverage column."""
    document = docx.Document()
    document.add_heading("Aldermere: plan after the inspection of May 2012", level=1)
    grid = document.add_table(rows=1, cols=len(HEADINGS))
    for cell, text in zip(grid.rows[0].cells, HEADINGS, strict=True):
        cell.text = text
    for number, text in items_of_2012():
        row = grid.add_row().cells
        texts = (
            number,
            text,
            DEEDS[int(number) - 1],
            "Asha Verity",
            "31/10/2012",
            "A note of the meeting",
        )
        for cell, value in zip(row, texts, strict=True):
            cell.text = value
    return _saved(document)


def _capital(text):
    return text[0].upper() + text[1:]


def _saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
