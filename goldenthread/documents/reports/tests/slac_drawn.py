"""A made-up report on safeguarding and looked after children services in Aldermere, in three forms."""

from io import BytesIO

import docx

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.reports.tests import typeset

FOOTER = "Aldermere inspection of safeguarding and looked after children"
TITLE_PAGE = [
    ("title", "Inspection of safeguarding and looked after children services"),
    ("title", "Aldermere"),
    ("text", "Inspection dates: 9 to 20 May 2011"),
    ("text", "Reporting inspector: Rowan Thistle HMI"),
    ("text", "Age group: All"),
    ("text", "Published: 24 June 2011"),
    ("break", ""),
    ("h1", "Contents"),
    ("text", "About this inspection 2"),
    ("text", "The inspection judgements and what they mean 2"),
    ("text", "Safeguarding services 3"),
    ("text", "Services for looked after children 5"),
    ("text", "Record of main findings 7"),
    ("break", ""),
]
OPENING = [
    ("h1", "About this inspection"),
    (
        "numbered",
        (
            "1. The inspection looked at how well services in the area keep children safe. The team was made up of "
            "three of Her Majesty’s Inspectors (HMI) and two inspectors from the Care Quality Commission. The "
            "inspection was carried out under the Children Act 2004."
        ),
    ),
    ("numbered", "2. The evidence evaluated by inspectors included:"),
    ("bullet", "a review of 45 case files from three area offices"),
    ("bullet", "12 focus groups with staff, and interviews with managers of Aldermere NHS Trust."),
    ("h1", "The inspection judgements and what they mean"),
    ("numbered", "3. All inspection judgements are made using the following four point scale."),
    ("row", "Outstanding (Grade 1)\tA service that significantly exceeds minimum requirements"),
    ("row", "Good (Grade 2)\tA service that exceeds minimum requirements"),
    ("row", "Adequate (Grade 3)\tA service that only meets minimum requirements"),
    ("row", "Inadequate (Grade 4)\tA service that does not meet minimum requirements"),
    ("h1", "Service information"),
    (
        "numbered",
        (
            "4. Aldermere has a population of 121,400 people. In 2010 the council ran 51 primary schools. At the "
            "time of the inspection 96 children were subject to a child protection plan and 214 children were "
            "looked after, of whom 7.5% lived outside the borough."
        ),
    ),
]
SAFEGUARDING = [
    ("h1", "Safeguarding services"),
    ("h2", "Overall effectiveness\tGrade 2 (Good)"),
    (
        "numbered",
        "5. The overall effectiveness of safeguarding services is good. Visits are made on time.",
    ),
    ("h2", "Capacity for improvement\tGrade 3 (Adequate)"),
    ("numbered", "6. Capacity is adequate. A new post-abuse service opened in January."),
    ("h1", "Areas for improvement"),
    (
        "numbered",
        (
            "7. In order to improve services for safeguarding children in Aldermere, the local authority and its "
            "partners should take the following action."
        ),
    ),
    ("bold", "Immediately:"),
    ("bullet", "the council and NHS Aldermere should agree who chairs strategy meetings"),
    ("bold", "Within three months:"),
    (
        "bullet",
        "ensure that supervision of duty workers is recorded within five days and that managers see it",
    ),
    ("bullet", "Tarn and Fell NHS Trust should report each month how many staff are trained."),
    ("h1", "Safeguarding outcomes for children and young people"),
    ("h2", "Children and young people are safe and feel safe\tGrade 2 (Good)"),
    (
        "numbered",
        "8. Children say that they feel safe. Two out of five children’s centres are good.",
    ),
    ("h2", "Quality of provision\tGrade 3 (Adequate)"),
    ("numbered", "9. Plans are clear in most cases but not in all."),
    (
        "h2",
        "The contribution of health agencies to keeping children and young people safe\tGrade 2 (Good)",
    ),
    ("numbered", "10. Health visitors know their families."),
    ("h2", "Ambition and prioritisation\tGrade 2 (Good)"),
    ("numbered", "11. The plan sets out few and clear aims."),
]
LOOKED_AFTER = [
    ("h1", "Services for looked after children"),
    ("h2", "Overall effectiveness\tGrade 3 (Adequate)"),
    ("numbered", "12. Services are adequate. Reviews are late for too many children."),
    ("h1", "Areas for improvement"),
    (
        "numbered",
        (
            "13. In order to improve services for looked after children in Aldermere, the local authority and its "
            "partners should take the following action."
        ),
    ),
    ("bold", "Within six months:"),
    ("bullet", "ensure that pathway plans start at the age of 16."),
    ("h1", "How good are outcomes for looked after children and care leavers?"),
    ("h2", "Being healthy\tGrade 1 (Outstanding)"),
    ("numbered", "14. Health assessments are complete for 98% of children."),
    ("h2", "Economic well-being\tGrade 2 (Good)"),
    ("numbered", "15. Most care leavers are in work or study."),
    ("break", ""),
]
RECORD = [
    ("h1", "Record of main findings:"),
    ("row", "Safeguarding services\t"),
    ("row", "Overall effectiveness\tGood"),
    ("row", "Capacity for improvement\tAdequate"),
    ("row", "Safeguarding outcomes for children and young people\t"),
    ("row", "Children and young people are safe and feel safe\tGood"),
    ("row", "Quality of provision\tGood"),
    ("row", "The contribution of health agencies to keeping children and young people safe\tGood"),
    ("row", "Ambition and prioritisation\tGood"),
    ("row", "Equality and diversity\tAdequate"),
    ("row", "Services for looked after children\t"),
    ("row", "Overall effectiveness\tAdequate"),
    ("row", "How good are outcomes for looked after children and care leavers?\t"),
    ("row", "Being healthy\tOutstanding"),
    ("row", "Economic well-being\tGood"),
    ("row", "Equality and diversity\tGood"),
]
REPORT = [*TITLE_PAGE, *OPENING, *SAFEGUARDING, *LOOKED_AFTER, *RECORD]


def as_pdf(pieces=REPORT):
    spaced = [(style, _on_one_line(text) if style == "h2" else text) for style, text in pieces]
    return open_bytes(typeset.pdf(spaced, footer=FOOTER), "aldermere.pdf")


def _on_one_line(text):
    return text.replace("\t", " ")


def as_text(pieces=REPORT):
    """As text comes out of a PDF: wrapped lines, blank lines between blocks, bullets lost, footers inside."""
    blocks = [_wrapped(style, text) for style, text in pieces]
    return open_bytes("\n\n".join(blocks).encode(), "aldermere.txt")


def as_raw_text(pieces=REPORT):
    """As text comes out of a PDF line by line: no blank line anywhere, bullets kept."""
    blocks = [_wrapped(s, f"• {t}" if s == "bullet" else t) for s, t in pieces if s != "break"]
    lines = [line.strip() for block in blocks for line in block.splitlines() if line.strip()]
    return open_bytes("\n".join(lines).encode(), "aldermere.txt")


def _wrapped(style, text):
    if style == "break":
        return f"\n{FOOTER} \n\n \n\n14 \n"
    lead = " " if style in ("bullet", "bold") else ""
    words, lines = text.replace("\t", " ").split(" "), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] += f"{word} "
    return lead + "\n".join(lines)


def as_docx(pieces=REPORT):
    """Headings and list styles of Word's own, tables for the rows."""
    document = docx.Document()
    table = None
    for style, text in pieces:
        if style == "row":
            table = table or document.add_table(rows=0, cols=2)
            for cell, value in zip(table.add_row().cells, text.split("\t"), strict=True):
                cell.text = value
            continue
        table = None
        document.add_paragraph(text, style=WORD_STYLES.get(style))
    file = BytesIO()
    document.save(file)
    return open_bytes(file.getvalue(), "aldermere.docx")


WORD_STYLES = {"h1": "Heading 1", "h2": "Heading 2", "bullet": "List Bullet", "title": "Title"}
FORMS = {"pdf": as_pdf, "docx": as_docx, "text": as_text}
