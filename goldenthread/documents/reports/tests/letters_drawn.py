"""Made-up letters after visits to Aldermere, in the layouts that Ofsted used from 2016 on."""

from io import BytesIO

import docx

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.reports.tests import typeset

ADDRESS_2017 = [
    ("text", "Ofsted"),
    ("text", "Agora, 6 Cumberland Place"),
    ("text", "Nottingham NG1 6HJ"),
    ("text", "T 0300 123 1231"),
    ("text", "www.gov.uk/ofsted"),
    ("text", "14 June 2017"),
    ("text", "Ms Hazel Brook"),
    ("text", "Director of Children’s Services"),
    ("text", "Aldermere Borough Council"),
    ("text", "Dear Ms Brook"),
]
FIRST_MONITORING = [
    *ADDRESS_2017,
    ("bold", "Monitoring visit of Aldermere Borough Council children’s services"),
    (
        "text",
        (
            "This letter summarises the findings of the monitoring visit to Aldermere children’s services on 16 and "
            "17 May 2017. The visit was the first monitoring visit since the local authority was judged inadequate "
            "in November 2016. The inspectors were Rowan Thistle HMI and Alder Finch HMI."
        ),
    ),
    ("text", "The local authority has set out its aims and has begun to act on them."),
    ("bold", "Areas covered by the visit"),
    ("text", "During the visit, inspectors looked at two areas:"),
    ("bullet", "the work of the front door"),
    ("bullet", "the use of thresholds by partners."),
    ("text", "The visit considered electronic records, and talks with staff."),
    ("bold", "Overview"),
    (
        "text",
        "Progress has been made from a low base. Caseloads are lower. Supervision is not yet regular.",
    ),
    ("bold", "Findings and evaluation of progress"),
    ("bullet", "The timeliness of first visits has improved. Chronologies remain short."),
    ("bullet", "Strategy meetings take place on the day."),
    ("text", "I am copying this letter to the Department for Education."),
    ("text", "This letter will be published on 14 June 2017."),
    ("text", "Yours sincerely"),
    ("text", "Rowan Thistle"),
    ("text", "Her Majesty’s Inspector"),
]
FOCUSED_2018 = [
    ("text", "13 March 2018"),
    ("text", "Mr Ash Weaver, Director of Children’s Services"),
    ("text", "Dear Mr Weaver"),
    ("bold", "Focused visit to Aldermere children’s services"),
    (
        "text",
        (
            "This letter summarises the findings of the focused visit to Aldermere children’s services from "
            "28 February to 1 March 2018. The visit was carried out by Ivy Larkfield, HMI, and Reed Cotter, HMI."
        ),
    ),
    ("text", "Inspectors looked at the local authority’s arrangements for children in need."),
    ("bold", "Overview"),
    ("text", "Leaders know their service. Plans are clear."),
    ("bold", "What needs to improve"),
    ("square", "the timeliness of reviews of children in need"),
    ("square", "the recording of what children say."),
    ("bold", "Findings"),
    ("square", "Management oversight has been strengthened."),
    ("square", "Some children still wait too long for a plan."),
    ("text", "Ofsted will take the findings from this focused visit into account when planning."),
    ("text", "Yours sincerely"),
    ("text", "Ivy Larkfield"),
    ("text", "Her Majesty’s Inspector"),
]
FOCUSED_2023 = [
    ("text", "21 November 2023"),
    ("text", "Juniper Holt"),
    ("text", "Dear Juniper"),
    ("h2", "Focused visit to Aldermere City Council’s children’s services"),
    (
        "text",
        (
            "This letter summarises the findings of the focused visit to Aldermere on 10 and 11 October 2023. His "
            "Majesty’s Inspectors for this visit were Ivy Larkfield and Reed Cotter."
        ),
    ),
    (
        "text",
        (
            "Inspectors looked at the local authority’s arrangements for the ‘front door’, and considered decisions "
            "about contacts, referrals and enquiries into significant harm."
        ),
    ),
    (
        "text",
        "This visit was carried out in line with the framework for inspecting children’s services.",
    ),
    ("h2", "Headline findings"),
    (
        "text",
        (
            "Since the last inspection, leaders have improved the help that children get when they are first known "
            "to the service. Partners share what they know without delay. There is more to do so that all children "
            "are seen alone."
        ),
    ),
    ("h2", "What needs to improve in this area of social work practice?"),
    ("bullet", "The quality of decisions out of hours."),
    ("bullet", "The recording of children’s ethnicity and what it means for them."),
    ("h2", "Main findings"),
    ("text", "Thresholds are understood well. Work with the police is better than it was in 2021."),
    (
        "text",
        "Managers’ decisions remain strong. A few children wait too long for a strategy meeting.",
    ),
    (
        "text",
        "Ofsted will take the findings from this visit into account when planning the next one.",
    ),
    ("text", "Yours sincerely"),
    ("text", "Ivy Larkfield"),
    ("text", "His Majesty’s Inspector"),
]
PRIORITY_2024 = [
    ("text", "Store Street, Manchester 9 February 2024"),
    ("text", "Dear Mr Weaver"),
    ("h2", "Focused visit to Aldermere children’s services"),
    (
        "numbered",
        (
            "1. This letter summarises the findings of the focused visit to Aldermere on 9, 10 and 11 January 2024. "
            "The inspectors for this visit were Reed Cotter and Sorrel Dean, HMI."
        ),
    ),
    ("numbered", "2. Inspectors looked at care leavers aged 18 to 25."),
    ("h2", "Headline findings"),
    ("numbered", "3. Too many care leavers live in places that nobody has checked."),
    ("h2", "Area for priority action"),
    ("numbered", "4. The local authority needs to take swift action on this weakness:"),
    ("bullet", "The safety of care leavers in temporary housing."),
    ("h2", "What needs to improve in this area of social work practice"),
    ("bullet", "The age at which pathway plans start."),
    ("h2", "Main findings"),
    (
        "numbered",
        "5. Personal advisers have reduced caseloads. Plans are not yet written with young people.",
    ),
    ("text", "Yours sincerely"),
    ("text", "Reed Cotter"),
    ("text", "His Majesty’s Inspector"),
]
MONTHS_ONLY = [
    ("text", "Dear Director"),
    ("bold", "Monitoring visit to Aldermere children’s services"),
    (
        "text",
        (
            "This letter summarises the findings of the monitoring visit to Aldermere in March 2021. It was the "
            "third monitoring visit since the local authority was judged inadequate in May 2019."
        ),
    ),
    ("bold", "Headline findings"),
    ("text", "Little progress has been made. The pace of change is too slow."),
    ("bold", "Areas for priority action"),
    ("text", "There are no areas for priority action."),
    ("text", "Yours sincerely"),
    ("text", "A regional director"),
]
LETTERS = {
    "first monitoring 2017": FIRST_MONITORING,
    "focused 2018": FOCUSED_2018,
    "focused 2023": FOCUSED_2023,
    "priority 2024": PRIORITY_2024,
    "months only": MONTHS_ONLY,
}


def as_pdf(pieces):
    return open_bytes(typeset.pdf(pieces, size=12), "letter.pdf")


def as_docx(pieces):
    document = docx.Document()
    for style, text in pieces:
        if style in ("bold", "h2"):
            document.add_heading(text, level=2)
        else:
            document.add_paragraph(
                text, style="List Bullet" if style in ("bullet", "square") else None
            )
    file = BytesIO()
    document.save(file)
    return open_bytes(file.getvalue(), "letter.docx")


def as_text(pieces):
    lines = [f"• {text}" if style in ("bullet", "square") else text for style, text in pieces]
    return open_bytes("\n\n".join(lines).encode(), "letter.txt")


FORMS = {"pdf": as_pdf, "docx": as_docx, "text": as_text}
