"""Recording a report: paragraphs, what it asks for, coverage, withdrawing, who may."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, catalogue, coverage, headline, looking, timescales
from goldenthread.inspections.drafts import EvidenceDraft, FigureDraft
from goldenthread.inspections.models import Area, Finding, FindingLink, Framework, Inspection
from goldenthread.inspections.tests.factories import recorded, sif, slac
from goldenthread.inspections.wordings import is_to_consider, kind_of
from goldenthread.people.history import history_of
from goldenthread.people.models import HistoryLine
from goldenthread.sources.models import StoredFile, Upload

EVERY_FRAMEWORK = {
    "SLAC", "2013 LAC inspection", "SIF", "SIF re-inspection", "LSCB review only",
    "ILACS standard", "ILACS short", "ILACS focused visit", "ILACS monitoring visit", "JTAI",
    "Area SEND", "peer review", "self-evaluation", "evaluation criteria",
}  # fmt: skip


def paragraph(inspection, number):
    return inspection.findings.get(number=number)


def test_the_catalogue_has_every_framework_and_loads_twice_alike(db):
    before = (Framework.objects.count(), Area.objects.count())
    catalogue.load(apps)
    assert set(Framework.objects.values_list("code", flat=True)) == EVERY_FRAMEWORK
    assert (Framework.objects.count(), Area.objects.count()) == before


def test_an_emptied_database_has_the_catalogue_again(transactional_db):
    assert Framework.objects.count() == len(EVERY_FRAMEWORK)


def test_days_publication_receipt_and_people_of_an_inspection_are_kept_apart(cast):
    """A-01."""
    inspection = recorded(cast, sif(received=date(2016, 5, 13)))
    inspection.refresh_from_db()
    assert (inspection.first_day, inspection.last_day) == (date(2016, 2, 22), date(2016, 3, 17))
    assert inspection.days_precision == "day"
    assert inspection.published_on == date(2016, 5, 16)
    assert inspection.received_on == date(2016, 5, 13)
    assert inspection.inspectorates == ["Ofsted"]
    assert inspection.lead_inspectors == ["Ivy Inspector"]
    assert str(inspection.framework) == "Single inspection framework with a review of the Board"


def test_days_known_to_the_month_say_so(cast):
    """A-01."""
    inspection = recorded(cast, slac())
    assert (inspection.days_precision, inspection.days_printed) == ("month", "April / May 2012")
    assert (inspection.first_day, inspection.last_day) == (date(2012, 4, 1), date(2012, 5, 31))


def test_the_database_refuses_days_without_a_precision(cast):
    inspection = recorded(cast)
    inspection.days_precision = "unknown"
    with pytest.raises(IntegrityError), transaction.atomic():
        inspection.save()


def test_the_printed_power_is_kept_beside_the_named_one(cast):
    """A-09."""
    inspection = recorded(cast, slac())
    assert inspection.legal_power == "Children Act 2004"
    assert inspection.legal_power_printed.startswith("The inspection was carried out under")
    assert recorded(cast).legal_power == "Education and Inspections Act 2006 s136"


def test_sample_sizes_and_sources_of_the_inspectors_are_kept(cast):
    """A-10."""
    evidence = (
        EvidenceDraft(
            text="a review of 60 case files", paragraph=2, sample=Decimal(60), unit="files"
        ),
        EvidenceDraft(text="interviews with staff", paragraph=2),
    )
    first, second = recorded(cast, slac(evidence=evidence)).evidence_base.order_by("order")
    assert (first.sample, first.unit, first.text) == (60, "files", "a review of 60 case files")
    assert (second.sample, second.text) == (None, "interviews with staff")


def test_figures_of_the_area_keep_their_day_and_their_words(cast):
    figures = (FigureDraft(value=Decimal(328), text="328 children were looked after", unit="children",
                           as_at_printed="At the time of the inspection", paragraph=6),)  # fmt: skip
    row = recorded(cast, slac(figures=figures)).profile_figures.get()
    assert (row.value, row.unit, row.as_at) == (328, "children", None)
    assert row.as_at_printed == "At the time of the inspection"


def test_paragraphs_are_found_by_number_verbatim_with_page_and_sense(cast):
    """A-12 and A-13."""
    inspection = recorded(cast)
    row = paragraph(inspection, 12)
    assert (row.text, row.page, row.sense) == ("Visits are late.", 9, "weakness")
    assert paragraph(inspection, 14).sense == "strength"
    assert paragraph(inspection, 15).sense == "neither"


def test_a_paragraph_is_tied_to_the_recommendation_whose_number_it_prints(cast):
    """A-12."""
    inspection = recorded(cast)
    link = paragraph(inspection, 12).links.get()
    assert link.recommendation == inspection.recommendations.get(number="1")


def test_a_bare_tag_is_resolved_by_a_person(cast):
    bare = tuple(replace(link, recommendations=()) for link in sif().links)
    inspection = recorded(cast, sif(links=bare))
    finding = paragraph(inspection, 12)
    assert finding.links.get().recommendation is None
    point = inspection.recommendations.first()
    actions.link_finding(finding=finding, recommendation=point, by=cast.alice)
    actions.link_finding(finding=finding, recommendation=point, by=cast.alice)
    assert finding.links.get().recommendation == point


def test_a_link_over_two_reports_is_refused(cast):
    finding = paragraph(recorded(cast), 13)
    other = recorded(cast).recommendations.first()
    with pytest.raises(NotAllowedNow, match="two reports"):
        actions.link_finding(finding=finding, recommendation=other, by=cast.alice)
    assert not FindingLink.objects.filter(finding=finding).exists()


def test_weak_paragraphs_that_nothing_cites_wait_for_a_decision(cast):
    inspection = recorded(cast)
    late, vague = paragraph(inspection, 12), paragraph(inspection, 13)
    found = looking.coverage_of(inspection)
    assert (found.weak, found.cited, found.open) == ((late.pk, vague.pk), (late.pk,), (vague.pk,))
    assert looking.coverage_of(inspection, cited_above=[vague.pk]).is_complete
    actions.decide_uncited(
        finding=vague, decision="addressed", why="The audit covers it.", by=cast.bob
    )
    assert looking.coverage_of(inspection).decided == (vague.pk,)
    assert looking.coverage_of(inspection).is_complete


def test_a_later_decision_replaces_an_earlier_one_and_history_keeps_both(cast):
    vague = paragraph(recorded(cast), 13)
    actions.decide_uncited(finding=vague, decision="addressed", why="So.", by=cast.bob)
    row = actions.decide_uncited(finding=vague, decision="no action", why="No.", by=cast.alice)
    assert (row.decision, row.decided_by) == ("no action", cast.alice)
    assert len(history_of(row)) == 2


@pytest.mark.parametrize("number", [12, 14, 15])
def test_only_a_weakness_that_nothing_cites_is_decided_about(cast, number):
    with pytest.raises(NotAllowedNow, match="no weakness"):
        actions.decide_uncited(
            finding=paragraph(recorded(cast), number), decision="no action", why="x", by=cast.bob
        )


@pytest.mark.parametrize(("decision", "why"), [("no action", " "), ("forget it", "x")])
def test_a_decision_has_a_reason_and_is_one_of_the_list(cast, decision, why):
    with pytest.raises(NotAllowedNow, match="Give both"):
        actions.decide_uncited(
            finding=paragraph(recorded(cast), 13), decision=decision, why=why, by=cast.bob
        )


def test_a_paragraph_that_is_itself_a_recommendation_is_not_asked_about():
    rows = [
        coverage.Paragraph(1, "weakness", is_recommendation=True),
        coverage.Paragraph(2, "strength"),
        coverage.Paragraph(3, "weakness", cited=True),
        coverage.Paragraph(4, "weakness", decided=True),
        coverage.Paragraph(5, "weakness"),
    ]
    found = coverage.coverage(rows)
    assert (found.weak, found.cited, found.decided, found.open) == ((3, 4, 5), (3,), (4,), (5,))


def test_recommendations_keep_their_words_kind_body_and_addressees(cast):
    """B-01 and B-03."""
    first, second, third = recorded(cast, slac()).recommendations.order_by("order")
    assert first.text == "all partner agencies should understand the threshold"
    assert first.kind == "area for improvement"
    assert first.group_printed == "Immediately:"
    assert first.addressees == ["all partner agencies"]
    assert second.addressees == ["the health trust", "the council"]
    assert recorded(cast).recommendations.get(number="120").body == "lscb"
    assert third.section == "Services for looked after children"


def test_numbers_run_over_both_trees_and_are_apart_from_those_printed(cast):
    """B-06."""
    assert [row.order for row in recorded(cast, slac()).recommendations.order_by("order")] == [
        1,
        2,
        3,
    ]
    printed = recorded(cast).recommendations.order_by("order").values_list("order", "number")
    assert list(printed) == [(1, "1"), (2, "120")]


def test_timescales_give_due_dates_from_the_report_day_or_ask_for_a_local_one(cast):
    """B-02."""
    inspection = recorded(cast, slac())
    rows = inspection.recommendations.order_by("order")
    assert [row.timescale for row in rows] == ["immediately", "within", "within"]
    assert [row.due_on for row in rows] == [None, None, None]
    actions.record_publication_day(inspection=inspection, day=date(2012, 6, 29), by=cast.alice)
    first, second, third = rows.all()
    assert (first.due_on, second.due_on, third.due_on) == (
        None,
        date(2012, 9, 29),
        date(2012, 12, 29),
    )
    assert "needs a local date" in first.due_reason
    inspection.refresh_from_db()
    assert looking.needs_local_date(inspection) == [(first, date(2012, 7, 4))]
    actions.set_local_date(recommendation=first, day=date(2012, 7, 2), by=cast.alice)
    assert looking.needs_local_date(inspection) == []


@pytest.mark.parametrize(
    ("heading", "kind", "day"),
    [
        ("Immediately:", "immediately", None),
        ("Priority and immediate action", "immediately", None),
        ("Within three months:", "within", date(2012, 8, 30)),
        ("within 6 weeks", "within", date(2012, 7, 11)),
        ("within 20 working days", "within", date(2012, 6, 29)),
        ("within 10 days", "within", date(2012, 6, 9)),
        ("Areas for improvement", "none", None),
        ("", "none", None),
        ("Within a reasonable time", "to settle", None),
    ],
)
def test_a_heading_sets_a_timescale(heading, kind, day):
    """B-02; bank holidays on 4 and 5 June 2012."""
    given = timescales.timescale(heading)
    assert given.kind == kind
    assert timescales.due(given, date(2012, 5, 30)).date == day


@pytest.mark.parametrize(
    ("text", "to_consider"),
    [
        ("consider extending the range of carers", True),
        ("• Consider a joint post", True),
        ("The council should consider a joint post", True),
        ("ensure that plans consider the views of children", False),
        ("give careful consideration to placements", False),
    ],
)
def test_consider_is_no_must(text, to_consider):
    assert is_to_consider(text) is to_consider


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Priority and immediate action", "area for priority action"),
        ("Areas for priority action", "area for priority action"),
        ("Areas for improvement", "area for improvement"),
        ("What needs to improve", "what needs to improve"),
        ("Within three months", ""),
    ],
)
def test_a_heading_names_a_kind(heading, kind):
    assert kind_of(heading) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are no widespread or serious failures.", "none"),
        ("Inspectors did not find widespread or serious failings.", "none"),
        ("There are widespread or serious failures in the service.", "some"),
        ("There are serious and widespread failings.", "some"),
        ("Services are good.", "not stated"),
    ],
)
def test_the_headline_on_failures_is_read_with_its_sentence(text, found):
    """A-16."""
    kind, sentence = headline.serious_failures(["Children were met. " + text])
    assert kind == found
    assert sentence == ("" if found == "not stated" else text)


def test_a_report_in_use_is_archived_and_not_withdrawn(cast):
    inspection = recorded(cast)
    actions.mark_used(inspection=inspection, by=cast.alice, what="plan P1")
    actions.mark_used(inspection=inspection, by=cast.alice, what="plan P2")
    with pytest.raises(NotAllowedNow, match="Archive it instead"):
        actions.withdraw_report(inspection=inspection, by=cast.alice, why="Twice.")
    assert (
        actions.archive_report(inspection=inspection, by=cast.alice, why="Old.").state == "archived"
    )
    assert not Inspection.objects.current().exists()


def test_an_unused_report_is_withdrawn_and_then_unchangeable(cast):
    inspection = recorded(cast)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.withdraw_report(inspection=inspection, by=cast.alice, why="")
    actions.withdraw_report(inspection=inspection, by=cast.alice, why="The wrong council.")
    assert not Inspection.objects.current().exists()
    with pytest.raises(NotAllowedNow, match="withdrawn"):
        actions.mark_used(inspection=inspection, by=cast.alice, what="plan P1")


def test_a_report_that_a_later_one_refers_to_is_not_withdrawn(cast):
    earlier, later = recorded(cast, slac()), recorded(cast)
    actions.record_previous(
        inspection=later, text="the 2012 inspection", by=cast.alice, previous=earlier
    )
    with pytest.raises(NotAllowedNow, match="later report"):
        actions.withdraw_report(inspection=earlier, by=cast.alice, why="Wrong.")


def test_a_report_with_a_decision_is_not_withdrawn(cast):
    inspection = recorded(cast)
    actions.decide_uncited(
        finding=paragraph(inspection, 13), decision="no action", why="Done.", by=cast.bob
    )
    with pytest.raises(NotAllowedNow, match="a decision"):
        actions.withdraw_report(inspection=inspection, by=cast.alice, why="Wrong.")


def test_an_earlier_inspection_is_another_one_of_the_same_authority(cast):
    one = recorded(cast)
    other = actions.record_report(
        authority=cast.bramley, by=cast.charlie, upload=None, report=sif()
    )
    with pytest.raises(NotAllowedNow, match="crosses"):
        actions.record_previous(inspection=one, text="x", by=cast.alice, previous=other)
    with pytest.raises(NotAllowedNow, match="its own"):
        actions.record_previous(inspection=one, text="x", by=cast.alice, previous=one)


def test_who_may_not_record_records_nothing(cast):
    for user in (cast.bob, cast.charlie):
        with pytest.raises(NotAllowed):
            actions.record_report(authority=cast.aldermere, by=user, upload=None, report=sif())
    assert not Inspection.objects.exists()


def test_reports_are_seen_by_colleagues_of_the_authority_only(cast):
    inspection = recorded(cast)
    assert list(Inspection.objects.visible_to(cast.bob)) == [inspection]
    assert not Inspection.objects.visible_to(cast.charlie).exists()
    assert Finding.objects.visible_to(cast.bob).count() == 4
    assert not Finding.objects.visible_to(cast.charlie).exists()
    assert not FindingLink.objects.visible_to(cast.charlie).exists()


def test_a_file_of_another_authority_is_refused(cast):
    file = StoredFile.objects.create(authority=cast.bramley, sha256="0" * 64, size=1, form="pdf")
    upload = Upload.objects.create(file=file, name="report.pdf", by=cast.charlie)
    with pytest.raises(NotAllowedNow, match="crosses"):
        actions.record_report(authority=cast.aldermere, by=cast.alice, upload=upload, report=sif())


def test_an_unknown_framework_and_days_out_of_order_are_refused(cast):
    with pytest.raises(NotAllowedNow, match="no framework"):
        recorded(cast, sif(framework="SIFF"))
    with pytest.raises(NotAllowedNow, match="before the first"):
        recorded(cast, sif(last_day=date(2016, 2, 1)))


def test_a_report_is_one_line_of_history_with_the_reason(cast):
    before = HistoryLine.objects.count()
    recorded(cast, sif(stated_recommendations=9), despite="Counted by hand: two.")
    assert HistoryLine.objects.count() == before + 1
    assert HistoryLine.objects.order_by("-number").first().verb == "recorded"
