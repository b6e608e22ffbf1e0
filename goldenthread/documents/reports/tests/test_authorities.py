"""Every authority's name in every form of title, however its lines break."""

import textwrap

import pytest

from goldenthread.documents.reports import frameworks, front_page
from goldenthread.documents.reports.tests.authorities import AUTHORITIES, FORMAL_NAMES
from goldenthread.documents.reports.tests.drawn_pages import at, document, flow

WIDTHS = (20, 32, 60)
BOARD = "Review of the effectiveness of the Local Safeguarding Children Board1"
SERVICES = (
    "services for children in need of help and protection, children looked after and care leavers"
)
# {name} is broken on its own, as a title of its own type; what stands around it breaks at 62 letters.
TITLES = [
    ("ILACS", "Inspection of {name} local authority children’s services"),
    ("ILACS", "Inspection of the {name} local authority children’s services"),
    ("ILACS", "Inspection of {name}’s local authority children’s services"),
    ("ILACS", "Inspection of {name} children’s services"),
    ("ILACS", "{name} | Inspection of children’s social care services"),
    ("ILACS", "{name} | Inspection of local authority children’s services"),
    ("ILACS", "Inspection of children’s social care services | {name}"),
    ("SIF", f"{{name}} | Inspection of {SERVICES}"),
    ("SIF", f"{{name}} | Inspection of {SERVICES} | and | {BOARD}"),
    ("SIF", f"Inspection of {SERVICES} | {{name}}"),
    ("SIF re-inspection", f"{{name}} | Re-inspection of {SERVICES}"),
    ("SIF re-inspection", f"{{name}} | Reinspection of {SERVICES}"),
    ("LSCB review only", f"{{name}} | {BOARD}"),
    ("LSCB review only", f"{BOARD} | {{name}}"),
    ("2013 LAC inspection", "Inspection of looked after children services | {name}"),
    ("2013 LAC inspection", "Inspection of services for looked after children | {name}"),
    (
        "2013 LAC inspection",
        "Inspection of local authority services for children looked after | {name}",
    ),
]


def first_page(title, name, width):
    parts = [
        textwrap.wrap(part.format(name=name), width if "{name}" in part else 62)
        for part in title.split(" | ")
    ]
    lines = [line for part in parts for line in part]
    return document(flow(80, *lines, "Inspection dates: 3 to 14 June 2019"))


@pytest.mark.parametrize(("framework", "title"), TITLES, ids=[title for _, title in TITLES])
def test_every_authority_is_named_in_this_form_of_title(framework, title):
    wrong = []
    for name in (*AUTHORITIES, *FORMAL_NAMES):
        for width in WIDTHS:
            page = first_page(title, name, width)
            found = frameworks.found_in(page)
            read = (front_page.read(page).local_authority, found.family if found else None)
            if read != (name, framework):
                wrong.append((name, width, read))
    assert wrong == []


def test_a_running_head_in_smaller_type_is_no_part_of_the_title():
    lines = [
        at(30, "Ofsted report on services", size=9),
        *flow(80, "Aldermere Council", size=26),
        *flow(130, "Inspection of children’s social care services", size=16),
        at(200, "Inspection dates: 3 to 14 June 2019"),
    ]
    assert front_page.read(document(lines)).local_authority == "Aldermere Council"
