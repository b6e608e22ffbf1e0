"""What a report says twice and differently is listed, and not mended."""

import pytest

from goldenthread.documents import reports
from goldenthread.documents.reports import faults
from goldenthread.documents.reports.tests.drawn_pages import at, document, flow

PAGE_1 = flow(
    100,
    "Inspection of Aldermere local authority",
    "children’s services",
    "Inspection dates: 11 to 15 November 2024",
    "Lead inspector: Ann Example",
)


def footed(number, *texts):
    return [
        *flow(100, "Text."),
        *[at(790 + 8 * n, f"{text} {number}", size=8) for n, text in enumerate(texts)],
    ]


def problems(*pages, **more):
    return [issue["problem"] for issue in reports.read(document(*pages, **more))["issues"]]


def test_a_footer_that_agrees_is_no_fault():
    same = ("Inspection of Aldermere local authority children’s services", "11 to 15 November 2024")
    assert problems(PAGE_1, footed(2, *same), footed(3, *same)) == []


def test_a_footer_with_another_year_is_one_fault_and_page_1_is_used():
    pages = [PAGE_1, footed(2, "11 to 15 November 2025"), footed(3, "11 to 15 November 2025")]
    found = problems(*pages)
    assert len(found) == 1
    assert "2025" in found[0]
    assert reports.read(document(*pages))["inspection_end"] == "2024-11-15"


def test_a_footer_with_another_council_is_a_fault():
    found = problems(
        PAGE_1, footed(2, "Inspection of Eastmoor local authority children’s services")
    )
    assert found == ["The footer names “Eastmoor”, page 1 “Aldermere”."]


def test_a_second_head_is_a_fault():
    second = flow(
        100,
        "Inspection of Eastmoor local authority",
        "children’s services",
        "Inspection dates: 3 to 7 March 2025",
    )
    found = problems(PAGE_1, *[flow(100, "Text.")] * 3, second)
    assert len(found) == 1
    assert "page 5" in found[0]
    assert "Eastmoor" in found[0]


def test_page_numbers_that_begin_again_are_a_fault():
    numbered = [[at(800, str(number)), *flow(100, "Text.")] for number in (2, 3, 4, 1, 2)]
    assert problems(PAGE_1, *numbered) == [
        "Two documents seem to be joined in this file: page 5 has page numbers that begin again."
    ]


def test_page_numbers_that_go_on_are_no_fault():
    assert (
        problems(PAGE_1, *[[at(800, str(number)), *flow(100, "Text.")] for number in range(2, 9)])
        == []
    )


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("children's services inspection - 13 january 2025.pdf", "2025-01-13"),
        ("report_2025-01-13.pdf", "2025-01-13"),
        ("13_January_2025_aldermere.pdf", "2025-01-13"),
        ("aldermere 13.01.2025.pdf", "2025-01-13"),
        ("aldermere.pdf", "None"),
    ],
)
def test_the_date_of_a_file_name_is_read(name, day):
    assert str(faults.file_date(name)) == day


def asked(*lines, name):
    return {
        q["where"]: q["question"]
        for q in reports.read(document(flow(100, *lines), name=name))["questions"]
    }


def test_a_file_name_that_disagrees_with_the_printed_day_is_asked():
    found = asked(
        "Aldermere",
        "Inspection of services for children in need of help and protection",
        "Inspection date: 3 to 14 June 2014",
        "Report published: 8 September 2014",
        name="9 september 2014.pdf",
    )
    assert "9 September 2014" in found["published"]


def test_a_report_that_is_older_than_its_inspection_is_asked():
    found = asked(
        "Inspection of Aldermere local authority children’s services",
        "Inspection dates: 3 to 14 June 2024",
        name="1 june 2024.pdf",
    )
    assert "1 June 2024" in found["inspection_end"]
