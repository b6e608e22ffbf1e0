"""Made reports by the hundred: the same judgements in many layouts, wordings and broken texts."""

from goldenthread.documents.reports.tests import drawn_pages as drawn

GRADES = {
    "outstanding": (["Outstanding"],),
    "good": (["Good"], ["good"], ["Good."]),
    "inadequate": (["Inadequate"], ["INADEQUATE"]),
    "not_judged": (["Not judged"],),
    "requires_improvement": (
        ["Requires improvement"],
        ["Requires Improvement"],
        ["Requires", "improvement"],
        ["Requires improvement", "to be good"],
        ["Requires improvement to be good"],
        ["Requires improvement to", "be good"],
        ["Requires", "improvement to", "be good"],
        ["requires improvement to be", "good"],
        ["Requires improvement (to be good)"],
    ),
}
CHILDREN_IN_CARE = "The experiences and progress of children in care and"
ILACS = {
    "leaders_impact": (
        ["The impact of leaders on social work", "practice with children and families"],
        ["The impact of leaders on social work practice with", "children and families."],
    ),
    "help_and_protection": (
        ["The experiences and progress of", "children who need help and protection"],
        ["The experiences and progress of children who need help", "and protection"],
        ["The experiences and progress of", "children who need help and", "protection"],
    ),
    "in_care_and_care_leavers": (
        ["The experiences and progress of", "children in care and care leavers"],
        [CHILDREN_IN_CARE, "care leavers"],
        [f"{CHILDREN_IN_CARE} care", "leavers"],
    ),
    "in_care": (
        ["The experiences and progress of", "children in care"],
        ["The experiences and progress of children in", "care"],
    ),
    "care_leavers": (
        ["The experiences and progress of care", "leavers"],
        ["The experiences and progress of care leavers"],
    ),
    "overall_effectiveness": (["Overall effectiveness"], ["Overall Effectiveness:"]),
}
SIF = {
    "help_and_protection": (
        ["1. Children who need help and protection"],
        ["1. Children who need help and", "protection"],
    ),
    "looked_after_permanence": (
        ["2. Children looked after and achieving", "permanence"],
        ["2. Children looked after and achieving permanence"],
    ),
    "adoption": (["2.1 Adoption performance"], ["2.1. Adoption Performance"]),
    "care_leavers_sif": (
        ["2.2 Experiences and progress of care leavers"],
        ["2.2 Experiences and progress of", "care leavers"],
    ),
    "leadership_management_governance": (
        ["3. Leadership, management and governance"],
        ["3. Leadership, management and", "governance"],
        ["3. Leadership, management & governance"],
    ),
}
# Lines of a summary that hold the labels' and the grades' words, broken where a table breaks them.
NARRATIVE = (
    "Since the last inspection, when children’s services were judged to be",
    "inadequate, leaders have worked well. Support for",
    "children in care and care leavers is",
    "good. Children who need help and protection",
    "are safe and outcomes for care leavers",
    "are not yet good.",
    "Services require improvement to be",
    "good. The experiences of children in care are outstanding",
)
EARLIER = (
    "The previous inspection of the local authority:",
    "Overall effectiveness: inadequate",
    "Adoption performance: good",
    "Leadership, management and governance: inadequate",
)
COUNCILS = (
    "Aldermere",
    "the London Borough of Aldermere and Eastmoor",
    "Aldermere Metropolitan District Council",
)
VERBS = {
    "outstanding": ("are outstanding",),
    "good": ("are good", "are good."),
    "inadequate": ("are inadequate",),
    "requires_improvement": (
        "require improvement",
        "require improvement to be good",
        "require improvement to be Good.",
    ),
}
BOARD = (
    "The Local Safeguarding Children Board {}",
    "The Local Safeguarding Children Board (LSCB) {}.",
    "The effectiveness of the Local Safeguarding Children Board (LSCB) {}",
    "The judgement for the effectiveness of the Local Safeguarding Children Board (LSCB) {}",
    "The Local Safeguarding Children Board {} because:",
)
BOARD_VERBS = {
    "outstanding": ("is outstanding",),
    "good": ("is good",),
    "inadequate": ("is inadequate",),
    "requires_improvement": (
        "requires improvement",
        "is requires improvement",
        "requires improvement to be good",
    ),
}
FAULTS = (
    "none",
    "none",
    "no-break spaces",
    "doubled",
    "lost capitals",
    "ligatures",
    "soft hyphens",
)


def broken(text, fault):
    """A line as a faulty text layer tells it."""
    if fault == "no-break spaces":
        return text.replace(" ", "\u00a0")
    if fault == "doubled":
        return " ".join("".join(letter * 2 for letter in word) for word in text.split(" "))
    if fault == "lost capitals":
        for capital in ("Children", "Leadership", "Overall", "The "):
            text = text.replace(capital, f"{capital[0]} {capital[1:]}")
    if fault == "ligatures":
        return text.replace("fi", "ﬁ").replace("ff", "ﬀ")
    if fault == "soft hyphens":
        return text.replace("experiences", "experi\u00adences").replace(
            "protection", "protec\u00adtion"
        )
    return text


def ilacs(chance, year):
    """A report of the ILACS of a year: (document, {area: grade})."""
    apart = ["in_care", "care_leavers"] if year >= 2023 else ["in_care_and_care_leavers"]
    codes = ["leaders_impact", "help_and_protection", *apart]
    if year < 2026:
        codes.insert(chance.choice((0, len(codes))), "overall_effectiveness")
    rows, wanted = _rows(chance, {code: ILACS[code] for code in codes}, but="not_judged")
    title = drawn.flow(
        100, "Inspection of Aldermere local authority", "children’s services", size=26
    )
    facts = [
        drawn.at(200, f"Inspection dates: 1 to 12 July {year}", bold=True),
        drawn.at(220, "Lead inspector: Ann Example, His Majesty’s Inspector", bold=True),
    ]
    order, number = chance.choice(drawn.ORDERS), drawn.at(800, "1", left=515.0)
    if chance.random() < 0.3:
        cut = chance.randrange(1, len(rows))
        first = drawn.table(560, rows[:cut], order=order)
        rest = drawn.table(60, rows[cut:], order=order, header=chance.random() < 0.5)
        return drawn.document(
            [number, *title, *facts, *first], rest + drawn.flow(500, *NARRATIVE)
        ), wanted
    table = drawn.table(260, rows, order=order, gap=chance.choice((4, 8, 12, 20)))
    return drawn.document(title + facts + table + drawn.flow(560, *NARRATIVE)), wanted


def sif(chance):
    """A report of the single inspection framework with its review: (document, {area: grade})."""
    rows, wanted = _rows(chance, SIF)
    wanted["overall_effectiveness"], overall = _sentence(chance, _overall(chance), VERBS)
    wanted["lscb"], board = _sentence(chance, chance.choice(BOARD), BOARD_VERBS)
    head = [drawn.at(800, "1", left=515.0), *_sif_head()]
    head += drawn.flow(280, *overall, size=14, bold=True)
    if chance.random() < 0.5:
        head += drawn.flow(
            320,
            "The authority is not yet delivering good protection and help for children,",
            "young people and families.",
        )
    head += drawn.table(380, rows, order=chance.choice(drawn.ORDERS), header=False)
    if chance.random() < 0.3:
        return drawn.document(head + drawn.flow(640, *board, size=14)), wanted
    last = drawn.flow(60, *board, size=14, bold=True) + drawn.flow(
        120, "Executive summary", *NARRATIVE
    )
    return drawn.document(
        head, drawn.flow(60, "Executive summary", *NARRATIVE), drawn.flow(60, *EARLIER), last
    ), wanted


def _sif_head():
    return [
        *drawn.flow(100, "Aldermere County Council", size=26),
        *drawn.flow(
            130,
            "Inspection of services for children in need of help and",
            "protection, children looked after and care leavers",
            size=14,
            bold=True,
        ),
        drawn.at(170, "and", size=14),
        *drawn.flow(
            190,
            "Review of the effectiveness of the Local Safeguarding Children",
            "Board1",
            size=14,
            bold=True,
        ),
        drawn.at(230, "Inspection date: 2 July 2014 – 23 July 2014", size=14),
        drawn.at(250, "Report published: 8 September 2014", size=14),
    ]


def _overall(chance):
    if chance.random() < 0.5:
        return f"Children’s services in {chance.choice(COUNCILS)} {{}}"
    return "The overall judgement is that children’s services {}"


def _rows(chance, labels, but=None):
    fault = chance.choice(FAULTS)
    rows, wanted = [], {}
    for code, variants in labels.items():
        wanted[code] = chance.choice([grade for grade in GRADES if grade != but])
        grade = chance.choice(GRADES[wanted[code]])
        rows.append(
            (
                [broken(line, fault) for line in chance.choice(variants)],
                [broken(line, fault) for line in grade],
            )
        )
    return rows, wanted


def _sentence(chance, frame, verbs):
    """A grade and its sentence, wrapped anywhere after its third word."""
    grade = chance.choice(list(verbs))
    words = frame.format(chance.choice(verbs[grade])).split(" ")
    cut = chance.randrange(4, len(words) + 1)
    return grade, [" ".join(part) for part in (words[:cut], words[cut:]) if part]
