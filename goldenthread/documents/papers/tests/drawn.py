"""Draws made-up papers of the council of Aldermere as text, Word and PDF."""

import io
import re
import textwrap

import docx
import typst

from goldenthread.documents.containers.opening import open_bytes

FORMS = ("text", "docx", "pdf")

DECISION_FRONT = (
    ("Report to", "Cabinet"),
    ("Date of meeting", "Tuesday 13 June 2023"),
    (
        "Report title",
        "Children’s services improvement plan following the inspection by Ofsted in February and March",
    ),
    ("Portfolio holder", "Councillor Robin Vale\nCabinet Member for Children"),
    (
        "Report author and contact details",
        "Sam Okoro\nHead of Improvement\n01632 960123\nsam.okoro@aldermere.example",
    ),
    ("Wards affected", "All"),
    ("Key decision", "Yes"),
    ("Forward plan reference", ""),
    ("Exempt from publication", "No"),
    ("Electric vehicles considered", "Not relevant to this report"),
    ("Considered by Monitoring Officer", "Yes RT"),
)
DECISION_BODY = (
    ("# 1. Purpose of report", "1.1 To ask Cabinet to approve the improvement plan."),
    (
        "# 2. Recommendations",
        "2.1 That Cabinet approves the improvement plan at Appendix 1.",
        "2.2 That Cabinet agrees an allocation of £390,000 from reserves in 2023/24.",
    ),
    (
        "# 3. Background",
        "3.1 Ofsted inspected children’s services from 27 February 2023 to 10 March 2023. The report was published on 9 May 2023 and makes nine recommendations. The plan must be sent to Ofsted within 70 working days of publication, and the deadline is 18 August 2023.",
        "The judgements are:",
        "* Overall effectiveness – Requires improvement to be good",
        "* The impact of leaders on social work practice with children and families – Requires improvement",
        "* The experiences and progress of children in care – Good",
        "* The experiences and progress of care leavers – Inadequate",
    ),
    (
        "# 4. Financial implications",
        "4.1 There is a one-off cost of £120,000 for three interim posts and a recurrent cost of £360,000 a year. Funding for nine months of the recurrent cost is requested in 2023/24.",
        "4.2 The recurrent cost of £360,000 for 2024/25 and beyond will be met from savings of £75,000 and growth.",
    ),
    ("# 5. Legal implications", "5.1 The council has a duty to publish the plan."),
    (
        "# 6. Governance",
        "6.1 The plan will be monitored by the Children’s Improvement Board and the Senior Leadership Team. Progress will be reported to the Children and Families Scrutiny Committee every quarter. The report was discussed at Full Council on 24 May 2023.",
    ),
)
QUESTION = (
    "# Council, 20 September 2023",
    "# Question 1 from Councillor Jo Marsh to the Cabinet Member for Children",
    "Can the Cabinet Member say how ready we are for the monitoring visit by Ofsted in November 2023?",
    "# Response:",
    "The monitoring visit will look at care leavers. At the end of August 2023, 18 of 24 pathway plans (75%) were up to date.",
    "* Pathway plan timeliness – 75%, which is too low",
    "* Care leavers in unsuitable accommodation: reduced from 9 to 4",
    "* Contact overdue – 6 young people",
    "* Waiting over 12 weeks – 7 children",
    "* Waiting over 26 weeks – 2 children",
    "In a dip sample of 30 case files, over a third of the sample were below standard. Caseloads average between 14 and 16 cases. Two additional personal advisers have been appointed. Our target is 90%.",
    "Ofsted will see that pathway plans are better. Inspectors will note delay for some young people.",
    "We will publish a new local offer by 31 October 2023. A second housing panel will be set up before the next monitoring visit. The recording policy will be rewritten at pace. A pay supplement is being considered.",
    "# Supplementary question from Councillor Jo Marsh",
    "How many personal advisers are agency workers?",
    "# Response:",
    "Five of our 20 personal advisers are agency staff.",
)


def decision(form):
    """The paper for Cabinet as a document of that form, drawn and opened."""
    body = [line for section in DECISION_BODY for line in section]
    if form == "text":
        return _opened(_decision_text(body).encode(), "cabinet.txt")
    if form == "docx":
        return _opened(_word(body, table=DECISION_FRONT), "cabinet.docx")
    return _opened(_pdf(body, table=DECISION_FRONT), "cabinet.pdf")


def decision_without_colons():
    """The same as a PDF whose labels are told by their column alone."""
    body = [line for section in DECISION_BODY for line in section]
    return _opened(_pdf(body, table=DECISION_FRONT, colon=""), "cabinet.pdf")


def question(form):
    if form == "text":
        return _opened(_text(QUESTION).encode(), "question.txt")
    if form == "docx":
        return _opened(_word(QUESTION), "question.docx")
    return _opened(_pdf(QUESTION), "question.pdf")


def opened(*lines, name="paper.txt"):
    """A plain text of those lines, opened."""
    return _opened("\n".join(lines).encode(), name)


def _opened(data, name):
    return open_bytes(data, name)


def _decision_text(body):
    """The front as a PDF's table comes out as text: labels wrapped in a narrow column."""
    front = []
    for label, value in DECISION_FRONT:
        lines = textwrap.wrap(f"{label}:", 24)
        values = [row for part in value.split("\n") for row in textwrap.wrap(part, 60)]
        front.append("\n".join([*lines[:-1], " ".join([lines[-1], *values[:1]]), *values[1:]]))
    return "\n\n".join(front) + "\n\n" + _text(body)


def _text(lines):
    shown = (line.removeprefix("# ").replace("* ", "• ", 1) for line in lines)
    return "\n\n".join("\n".join(textwrap.wrap(line, 84)) for line in shown)


def _word(lines, table=()):
    document = docx.Document()
    if table:
        grid = document.add_table(rows=0, cols=2)
        for label, value in table:
            row = grid.add_row().cells
            row[0].text, row[1].text = label, value
    for line in lines:
        if line.startswith("# "):
            document.add_heading(line[2:], level=1)
        elif line.startswith("* "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(lines, table=(), colon=":"):
    parts = ["#set page(width: 595pt, height: 842pt, margin: 60pt)", "#set text(size: 11pt)"]
    if table:
        cells = (f"[*{_typst(label + colon)}*], [{_typst(value)}]," for label, value in table)
        parts.append("#table(columns: (150pt, 1fr), " + " ".join(cells) + ")")
    for line in lines:
        if line.startswith("# "):
            parts.append(f'#text(weight: "bold", size: 13pt)[{_typst(line[2:])}]')
        elif line.startswith("* "):
            parts.append(f"- {_typst(line[2:])}")
        else:
            parts.append(_typst(line))
    return typst.compile("\n\n".join(parts).encode())


def _typst(text):
    escaped = "".join(f"\\{sign}" if sign in "#*_@$[]<>\\`/" else sign for sign in text)
    # A number with a point would begin a list that Typst numbers itself.
    return re.sub(r"^(\d+)\.", r"\1\\.", escaped).replace("\n", " \\\n")
