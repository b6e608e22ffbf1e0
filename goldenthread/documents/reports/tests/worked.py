"""Worked reports of the made-up council Aldermere, drawn as PDF: one of each form since 2013."""

import typst

COUNCIL = "Aldermere County Council"
SIF_TITLE = (
    "Inspection of services for children in need of help and protection, children looked after "
    "and care leavers"
)
REVIEW = "Review of the effectiveness of the Local Safeguarding Children Board#super[1]"
PAGE = """
#set page(paper: "a4", margin: (x: 25mm, top: 32mm, bottom: 25mm), {furniture})
#set text(size: 12pt)
#set par(leading: 0.5em)
#let title(body) = text(size: 26pt, body)
#let part(body) = block(above: 1.5em, text(size: 14pt, weight: "bold", body))
#let judged(..cells) = table(columns: ({columns}), inset: 6pt, align: left + horizon, ..cells)
"""
NUMBERED = "footer: context align(right, text(size: 20pt, counter(page).display()))"
FOOTED = (
    "footer: context text(size: 8pt, [Inspection of Aldermere local authority children’s services "
    "#linebreak() {days} #h(1fr) #counter(page).display()])"
)
ILACS_LABELS = (
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
    "Overall effectiveness",
)
SUMMARY = (
    "Since the last inspection, when services were judged to be inadequate, leaders have worked "
    "with care. Children who need help and protection are safer, and support for care leavers is "
    "not yet good enough for all of them."
)
IMPROVE = (
    "The quality of plans.",
    "The time that children wait for a visit from their social worker.",
)


def ilacs_2024():
    """ILACS with five judgements, the council in the title, footers."""
    days = "3 to 14 June 2024"
    grades = (
        "Requires improvement to be good",
        "Good",
        "Outstanding",
        "Requires improvement to be good",
        "Good",
    )
    return drawn(
        _ilacs_of_today(days, zip(ILACS_LABELS, grades, strict=True), "outstanding"),
        FOOTED.format(days=days),
    )


def ilacs_2026():
    """ILACS since April 2026: no overall grade."""
    days = "1 to 5 June 2026"
    grades = ("Good", "Requires improvement to be good", "Good", "Inadequate")
    return drawn(
        _ilacs_of_today(days, zip(ILACS_LABELS, grades, strict=False)), FOOTED.format(days=days)
    )


def ilacs_2018():
    """ILACS of the first years: the council above the title, the rank on a line of its own."""
    rows = [
        (ILACS_LABELS[0], "Requires improvement to be good"),
        (ILACS_LABELS[1], "Inadequate"),
        ("The experiences and progress of children in care and care leavers", "Good"),
        (ILACS_LABELS[4], "Requires improvement to be good"),
    ]
    body = f"""
{_title(COUNCIL)}
{_part("Inspection of children’s social care services")}
*Inspection dates: 18 November 2019 to 29 November 2019*\\
*Lead inspector: #h(2em) Ann Example \\ #h(8em) Her Majesty’s Inspector*
{_table(rows)}
{SUMMARY}
{_needs("What needs to improve")}
{_paragraphs("The experiences and progress of children who need help and protection is inadequate")}
"""
    return drawn(body, NUMBERED, columns="11cm, 4cm")


def sif():
    """The single inspection framework with a review of the board."""
    body = f"""
{_title(COUNCIL)}
{_part(SIF_TITLE)} and {_part(REVIEW)}
Inspection date: 22 February 2016 – 17 March 2016 \\
Report published: 16 May 2016
{_part("Children’s services in the county of Aldermere and its islands require improvement to be good")}
{_table(_SIF_ROWS, header=False)}
#super[1] This report has two parts.
#pagebreak()
{_part("Executive summary")} {SUMMARY}
{_needs("Recommendations")}
*Previous Ofsted inspections*
- Overall effectiveness: inadequate
- Adoption performance: good
{_paragraphs("The graded judgement for adoption performance is that it is good")}
#pagebreak()
{_part("The Local Safeguarding Children Board is good")} {SUMMARY}
#pagebreak()
{_TEAM}
"""
    return drawn(body, NUMBERED, columns="11cm, 4.5cm")


def sif_again():
    """A re-inspection: no review, no board."""
    body = f"""
{_title(COUNCIL)}
{_part("Re-" + SIF_TITLE[0].lower() + SIF_TITLE[1:])}
Inspection date: 6 March to 30 March 2017 \\
Report published: 13 June 2017
{_part("Children’s services in Aldermere are good")}
{_table(_SIF_ROWS, header=False)}
#pagebreak()
{_part("Executive summary")} {SUMMARY}
#pagebreak()
{_TEAM}
"""
    return drawn(body, NUMBERED, columns="11cm, 4.5cm")


def review_alone():
    """A review of the board without an inspection of the council."""
    body = f"""
{_title("Aldermere")}
{_part(REVIEW)}
Inspection date: 22 February 2016 – 17 March 2016 \\
Report published: 16 May 2016
{_part("The Local Safeguarding Children Board requires improvement")}
{SUMMARY}
#pagebreak()
{_TEAM}
"""
    return drawn(body, NUMBERED)


def looked_after_2013():
    """An inspection of services for looked after children, on the scale with adequate."""
    rows = [
        ("Overall effectiveness", "Adequate"),
        ("Capacity to improve", "Good"),
        ("Outcomes for looked after children and care leavers", "Adequate"),
        ("Quality of provision", "Inadequate"),
        ("Leadership and management", "Adequate"),
    ]
    body = f"""
{_title(COUNCIL)}
{_part("Inspection of services for looked after children")}
Inspection dates: 3 – 14 June 2013 \\
Reporting inspector: Ann Example HMI
{_table(rows)}
{SUMMARY}
"""
    return drawn(body, NUMBERED)


def drawn(body, furniture, *, columns="8cm, 7cm"):
    """A PDF of a text in Typst."""
    head = PAGE.replace("{furniture}", furniture).replace("{columns}", columns)
    return typst.compile((head + body).encode())


_SIF_ROWS = (
    ("*1. Children who need help and protection*", "Good"),
    ("*2. Children looked after and achieving permanence*", "Requires improvement"),
    ("#h(2em) 2.1 Adoption performance", "Good"),
    ("#h(2em) 2.2 Experiences and progress of care leavers", "Requires improvement"),
    ("*3. Leadership, management and governance*", "Good"),
)
_TEAM = """
#text(size: 16pt, weight: "bold")[Information about this inspection]

*The inspection team*

Lead inspector: Ann Example

Deputy lead inspector: Bea Sample

Team inspectors: Cat Test, Dan Draft
"""


def _ilacs_of_today(days, rows, in_care="good"):
    return f"""
{_title("Inspection of Aldermere local authority children’s services")}

*Inspection dates: {days}*

*Lead inspector: Ann Example, His Majesty’s Inspector*
{_table(rows)}
{SUMMARY}
#pagebreak()
{_needs("What needs to improve?")}
{_paragraphs(f"The experiences and progress of children in care: {in_care}")}
"""


def _title(text):
    return f"#title[{text}]\n"


def _part(text):
    return f"#part[{text}]\n"


def _table(rows, *, header=True):
    cells = [("*Judgement*", "*Grade*")] if header else []
    return "#judged(" + ", ".join(f"[{a}], [{b}]" for a, b in [*cells, *rows]) + ")\n"


def _needs(heading):
    return _part(heading) + "\n".join(f"- {point}" for point in IMPROVE) + "\n"


def _paragraphs(heading):
    return _part(heading) + "+ Children are seen often.\n+ Plans are clear.\n"
