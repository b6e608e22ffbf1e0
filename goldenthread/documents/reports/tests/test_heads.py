"""The head of a report: council, days, publication, framework, in the layouts of many years."""

from datetime import date

import pytest

from goldenthread.documents import reports
from goldenthread.documents.reports import front_page
from goldenthread.documents.reports.tests.drawn_pages import at, document, flow

SIF_TITLE = (
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
)
REVIEW = ("Review of the effectiveness of the Local Safeguarding Children", "Board1")


def head(*lines, name="report.pdf", top=100.0):
    """A first page of these lines, large first."""
    return document(flow(top, *lines), name=name)


TITLES = [
    (["Inspection of Aldermere local authority", "children’s services"], "Aldermere"),
    (
        [
            "Inspection of the Royal Borough of Aldermere",
            "and Eastmoor local authority children’s",
            "services",
        ],
        "Royal Borough of Aldermere and Eastmoor",
    ),
    (
        ["Inspection of Aldermere-on-", "Sea local authority children’s services"],
        "Aldermere-on-Sea",
    ),
    (
        ["Inspection of Aldermere & Eastmoor local", "authority children’s services"],
        "Aldermere & Eastmoor",
    ),
    (
        ["Inspection of Aldermere, Eastmoor and Holm", "local authority childrens’ services"],
        "Aldermere, Eastmoor and Holm",
    ),
    (
        ["Inspection of Isle of Aldermere local authority’s", "children’s services"],
        "Isle of Aldermere",
    ),
    (["Inspection of Aldermere children’s services"], "Aldermere"),
    (["Aldermere Council", "Inspection of children’s social care services"], "Aldermere Council"),
    (
        ["London Borough of", "Aldermere", "Inspection of local authority children’s services"],
        "London Borough of Aldermere",
    ),
    (["Aldermere Council Inspection of children’s social care services"], "Aldermere Council"),
    (["Inspection of children’s social care services", "Aldermere Council"], "Aldermere Council"),
    (["Inspection of looked after children", "services", "Aldermere Council"], "Aldermere Council"),
    (
        ["Inspection of safeguarding services", "London Borough of Aldermere"],
        "London Borough of Aldermere",
    ),
    (["Inspection of the protection of children", "Aldermere"], "Aldermere"),
    (
        ["Ofsted", "Aldermere Council", "Inspection of children’s social care services"],
        "Aldermere Council",
    ),
    (["City of Aldermere", *SIF_TITLE, "and", *REVIEW], "City of Aldermere"),
    (["L ondon B orough of Aldermere", *SIF_TITLE], "London Borough of Aldermere"),
    (["Aldermere\u00a0Borough\u00a0Council", *SIF_TITLE], "Aldermere Borough Council"),
    (["Appendix 2", "Aldermere Council", *SIF_TITLE], "Aldermere Council"),
    ([*SIF_TITLE, "Aldermere Council"], "Aldermere Council"),
]


@pytest.mark.parametrize(("lines", "council"), TITLES, ids=[council for _, council in TITLES])
def test_the_council_is_named_as_printed(lines, council):
    read = front_page.read(head(*lines, "Inspection dates: 3 to 14 June 2019"))
    assert read.local_authority == council


def test_the_title_has_no_footnote_marks():
    read = front_page.read(
        head("Aldermere Council", *SIF_TITLE, "and", *REVIEW, "Inspection date: 3 – 14 June 2014")
    )
    assert read.title.endswith("Local Safeguarding Children Board")
    assert read.title.startswith("Aldermere Council Inspection of services")


def test_the_title_is_read_from_top_to_bottom_whatever_the_text_order():
    lines = [
        *flow(130, "Inspection of children’s social care services"),
        at(100, "Aldermere Council"),
        at(200, "Inspection dates: 3 to 14 June 2019"),
    ]
    assert front_page.read(document(lines)).local_authority == "Aldermere Council"


DATES = [
    ["Inspection dates: 3 to 14 June 2019"],
    ["Inspection date: 3 June 2019 to 14 June 2019"],
    ["Inspection dates:", "3 to 14 June 2019"],
    ["Inspection dates", "3 June 2019 to", "14 June 2019"],
    ["Inspection dates 3 to 14 June 2019"],
    ["Inspection da tes: 3 to 14 June 2019"],
    ["Dates of inspection: 3–14 June 2019"],
    ["Date of inspection 3–14 June 2019"],
    ["Inspected: 3 to 14 June 2019"],
    ["Inspected between 3 and 14 June 2019"],
    ["On-site inspection dates: 3 to 14 June 2019"],
    ["Inspection and review dates: 3 to 14 June 2019"],
    ["Re-inspection dates: 3 to 14 June 2019"],
    ["IInnssppeeccttiioonn ddaatteess:: 33 ttoo 1144 JJuunnee 22001199"],
    ["Inspection dates: 3 to 14 June 2019 Report published: 22 July 2019"],
    ["3 to 14 June 2019"],
    ["Inspection dates: 3 June 2019 –", "14 June 2019"],
    ["Inspection dates: 3 June 2019", "— 14 June 2019"],
    ["Inspection dates: 03/06/2019 -", "14/06/2019"],
    ["Inspection dates: 3-14", "June 2019"],
    ["Inspection dates:", "Monday 3 June 2019 to Friday 14 June 2019"],
    ["Inspection dates – between Monday 3 June and Friday 14 June 2019"],
    ["Inspection dates June 3 to June 14, 2019"],
    ["On-site dates: 3 to 14 June 2019"],
    ["Fieldwork dates: 3 to 14 June 2019"],
]


@pytest.mark.parametrize("lines", DATES, ids=[" ".join(lines)[:40] for lines in DATES])
def test_the_days_follow_their_label(lines):
    read = front_page.read(
        head(
            "Aldermere Council",
            "Inspection of children’s social care services",
            *lines,
            "Lead inspector: Ann Example",
        )
    )
    assert (read.days.first, read.days.last) == (date(2019, 6, 3), date(2019, 6, 14))


def test_the_first_table_row_is_no_part_of_the_days():
    read = front_page.read(
        head(
            "Aldermere Council",
            *SIF_TITLE,
            "Inspection dates: 3 to 14 June 2019",
            "1. Children who need help and protection Good",
        )
    )
    assert len(read.days.periods) == 1


def test_a_single_day_is_asked_about_because_its_range_may_be_cut_off():
    lines = ["Aldermere Council", "Inspection of children’s social care services"]
    read = reports.read(head(*lines, "Inspection dates: 3 June 2019"))
    asked = [q["question"] for q in read["questions"] if q["where"] == "inspection_end"]
    assert len(asked) == 1
    assert "3 June 2019" in asked[0]


PUBLISHED = [
    "Report published: 8 September 2014",
    "Report Published 8 September 2014",
    "Published: Monday 8 September 2014",
    "Publication date: 08/09/2014",
    "Inspection date: 2 July 2014 – 23 July 2014 Report published: 8 September 2014",
]


@pytest.mark.parametrize("line", PUBLISHED)
def test_the_day_of_publication_is_read_where_it_is_printed(line):
    assert front_page.read(head("Aldermere Council", *SIF_TITLE, line)).published == date(
        2014, 9, 8
    )


def test_a_month_is_no_day_of_publication():
    read = reports.read(head("Aldermere Council", *SIF_TITLE, "Report published: September 2014"))
    assert read["published"] is None
    assert "no whole date" in read["questions"][0]["question"]


def test_a_day_that_is_not_printed_is_guessed_from_the_file_name_and_asked_first():
    read = reports.read(
        head(
            "Inspection of Aldermere local authority children’s services",
            "Inspection dates: 3 to 14 June 2024",
            name="inspection - 22 july 2024.pdf",
        )
    )
    assert read["published"] is None
    assert (read["published_from"], read["published_guess"]) == ("file name", "2024-07-22")
    assert read["questions"][0]["where"] == "published"
    assert read["questions"][0]["suggestion"] == "2024-07-22"


FRAMEWORKS = [
    ("SIF", ["Aldermere Council", *SIF_TITLE, "and", *REVIEW]),
    ("SIF re-inspection", ["Aldermere Council", "Re-" + SIF_TITLE[0].lower(), SIF_TITLE[1]]),
    ("SIF re-inspection", ["Aldermere Council", "Reinspection " + SIF_TITLE[0][11:], SIF_TITLE[1]]),
    ("LSCB review only", ["Aldermere", *REVIEW]),
    (
        "2013 LAC inspection",
        ["Aldermere Council", "Inspection of services for looked after children"],
    ),
    (
        "2013 LAC inspection",
        [
            "Inspection of local authority services for",
            "children looked after",
            "Aldermere Council",
        ],
    ),
    ("ILACS standard", ["Aldermere Council", "Inspection of children’s social care services"]),
    ("ILACS standard", ["Aldermere Council", "Inspection of local authority children’s services"]),
    ("ILACS standard", ["Inspection of Aldermere local authority", "children’s services"]),
]


@pytest.mark.parametrize(("framework", "lines"), FRAMEWORKS)
def test_the_framework_follows_from_the_title(framework, lines):
    read = reports.read(head(*lines, "Inspection dates: 3 to 14 June 2019"))
    assert read["framework"] == framework
    assert read["local_authority"].startswith("Aldermere")


@pytest.mark.parametrize(
    ("days", "framework"),
    [
        ("10 to 14 June 2019", "ILACS short"),
        ("10 to 15 June 2019", "ILACS standard"),
        ("28 January to 1 February 2019", "ILACS short"),
    ],
)
def test_five_calendar_days_or_fewer_are_a_short_inspection(days, framework):
    read = reports.read(
        head(
            "Aldermere Council",
            "Inspection of children’s social care services",
            f"Inspection dates: {days}",
        )
    )
    assert read["framework"] == framework


def test_two_periods_make_the_type_a_question():
    read = reports.read(
        head(
            "Aldermere Council",
            "Inspection of children’s social care services",
            "Inspection dates: 1 to 5 and 15 to 19 November 2021",
        )
    )
    assert [q["where"] for q in read["questions"]].count("framework") == 1
    assert (read["inspection_start"], read["inspection_end"]) == ("2021-11-01", "2021-11-19")


NO_REPORTS = [
    ["Focused visit to Aldermere children’s services", "Inspection dates: 3 to 4 June 2019"],
    ["Monitoring visit of Aldermere local authority children’s services", "Dear Director"],
    ["Joint targeted area inspection of Aldermere", "Inspection dates: 3 to 14 June 2019"],
    [
        "Inspection of safeguarding and looked after children services",
        "Inspection dates: 3 to 14 May 2012",
    ],
    [
        "DECISION OF: CABINET",
        "SUBJECT: ACTION PLAN AFTER THE",
        f"OFSTED {SIF_TITLE[0].upper()}",
        SIF_TITLE[1],
    ],
    ["Minutes of the scrutiny committee", "3 to 14 June 2019"],
    ["Action plan", "Inspection of children’s services was good"],
]


@pytest.mark.parametrize("lines", NO_REPORTS, ids=[lines[0] for lines in NO_REPORTS])
def test_other_papers_do_not_look_like_a_report(lines):
    assert reports.looks_like(head(*lines)) < 0.5


def test_a_report_looks_like_one():
    read = head(
        "Inspection of Aldermere local authority children’s services",
        "Inspection dates: 3 to 14 June 2024",
    )
    assert reports.looks_like(read) > 0.9


def test_a_letter_before_the_report_is_passed_over():
    letter = flow(
        100, "Aldermere House", "1 High Street", "Dear Ms Example", "Please find the report."
    )
    page_1 = flow(
        100,
        "Inspection of Aldermere local authority",
        "children’s services",
        "Inspection dates: 3 to 14 June 2024",
    )
    read = reports.read(document(letter, page_1))
    assert (read["framework"], read["local_authority"]) == ("ILACS standard", "Aldermere")


def test_days_that_only_footers_print_are_taken_from_there():
    page_1 = flow(100, "Inspection of Aldermere local authority", "children’s services")
    page_2 = [*flow(100, "Summary"), at(800, "3 to 14 June 2024 2", size=8)]
    assert reports.read(document(page_1, page_2))["inspection_end"] == "2024-06-14"
