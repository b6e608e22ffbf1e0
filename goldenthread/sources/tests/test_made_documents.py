"""Screening of whole documents: what is personal is found, what is not raises no false alarm."""

from pathlib import Path

import pytest

from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.papers.tests import drawn as papers
from goldenthread.documents.plans.tests import drawn as plans
from goldenthread.documents.reports.tests import letters_drawn, slac_drawn, worked
from goldenthread.documents.tests import made_files
from goldenthread.sources.screening import screen
from goldenthread.sources.texts import texts_of

FORMS = {"docx": plans.as_docx, "xlsx": plans.as_xlsx}


def hits(document):
    return [
        (suspect.kind, text.text[suspect.start : suspect.end])
        for text in texts_of(document)
        for suspect in screen(text.text, heading=text.heading)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_made_plan_raises_no_suspicion(form):
    data = FORMS[form](plans.merged(plans.plan()))
    document = open_bytes(data, f"plan.{form}")
    assert len(list(texts_of(document))) > 50
    assert hits(document) == []
