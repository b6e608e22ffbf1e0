"""How the verbs of the inspections room are tried."""

from datetime import date
from decimal import Decimal

from goldenthread.inspections import actions
from goldenthread.inspections.models import Framework, Grade
from goldenthread.inspections.tests.factories import asking, slac
from goldenthread.inspections.tests.test_earlier import two_inspections
from tests.permissions.trying import tries

FEBRUARY, MARCH = date(2016, 2, 22), date(2016, 3, 3)
TRAINING = "Train a minimum of 80% of all staff groups."
CONSIDER = "consider a joint post"


def seldom(code, function, **words):
    """A verb on the report itself, or one that only the given words are needed for."""

    def prepare(town):
        return lambda by: function(inspection=town.report, by=by, **words)

    tries(code, function)(prepare)


def asked(town):
    return town.report.recommendations.order_by("order").first()


def on_asked(code, function, **words):
    """The same for a verb on a recommendation."""

    def prepare(town):
        row = asked(town)
        return lambda by: function(recommendation=row, by=by, **words)

    tries(code, function)(prepare)


@tries("inspections.record_report", actions.record_report)
def record_report(town):
    return lambda by: actions.record_report(
        authority=town.cast.aldermere, by=by, upload=None, report=slac()
    )


DAYS, LOG, LINK = "inspections.record_days", "inspections.log_query", "inspections.link"
AGAIN = "inspections.read_again"
seldom(DAYS, actions.record_publication_day, day=date(2016, 5, 17), why="Printed so.")
seldom(DAYS, actions.record_receipt_day, day=date(2016, 5, 17))
seldom(DAYS, actions.state_deadline, duty="publish-report", stated_on=date(2016, 6, 30))
seldom(DAYS, actions.record_inspection_days, first=FEBRUARY, last=MARCH, why="Printed so.")
on_asked(DAYS, actions.set_local_date, day=date(2016, 9, 1), why="Agreed.")
seldom(LOG, actions.log_query, text="How is it counted?", asked_on=FEBRUARY)
seldom(LINK, actions.record_previous, text="SLAC, 2012")
seldom("inspections.refer_back", actions.refer_back, reason="safety", referred_on=FEBRUARY)
seldom("inspections.mark_used", actions.mark_used, what="plan P1")
seldom("inspections.withdraw", actions.withdraw_report, why="The wrong file.")
on_asked(AGAIN, actions.set_addressees, bodies=["the council"], why="Read again.")
on_asked(AGAIN, actions.mark_shared, shared=True, why="All of them.")
on_asked("inspections.close", actions.close_recommendation, shown="P1-A1")


@tries(DAYS, actions.count_publication_day)
def count_publication_day(town):
    row = town.report.obligations.get(duty="written-statement")
    return lambda by: actions.count_publication_day(obligation=row, counts=True, by=by)


@tries(AGAIN, actions.record_contribution)
def record_contribution(town):
    row = asked(town)
    actions.mark_shared(recommendation=row, shared=True, why="All.", by=town.cast.alice)
    return lambda by: actions.record_contribution(
        recommendation=row, partner=town.partner, text="We train.", said_on=MARCH, by=by
    )


@tries(AGAIN, actions.decide_target)
def decide_target(town):
    row = asking(town.cast, TRAINING).targets.get()
    return lambda by: actions.decide_target(target=row, confirmed=True, indicator="TRAIN-1", by=by)


@tries("inspections.decide_consider", actions.decide_consider)
def decide_consider(town):
    row = asking(town.cast, CONSIDER)
    return lambda by: actions.decide_consider(
        recommendation=row, decision="adopted", why="Paid for.", decided_on=MARCH, by=by
    )


@tries("inspections.close", actions.reopen_recommendation)
def reopen(town):
    row = asked(town)
    actions.close_recommendation(recommendation=row, shown="P1-A1", by=town.cast.bob)
    return lambda by: actions.reopen_recommendation(recommendation=row, why="Again.", by=by)


@tries("inspections.decide_uncited", actions.decide_uncited)
def decide_uncited(town):
    row = town.report.findings.get(number=13)
    return lambda by: actions.decide_uncited(
        finding=row, decision="no action", why="It is minor.", by=by
    )


@tries(LINK, actions.link_finding)
def link_finding(town):
    row = town.report.findings.get(number=13)
    return lambda by: actions.link_finding(finding=row, recommendation=asked(town), by=by)


@tries("inspections.record_crosswalk", actions.record_crosswalk)
def record_crosswalk(town):
    old = Grade.objects.filter(code="adequate").first()
    new = Grade.objects.filter(code="requires_improvement").exclude(scale=old.scale).first()
    return lambda by: actions.record_crosswalk(
        authority=town.cast.aldermere, from_grade=old, to_grade=new, why="Agreed.", by=by
    )


def query(town):
    return actions.log_query(
        inspection=town.report, text="How is it counted?", asked_on=FEBRUARY, by=town.cast.alice
    )


@tries(LOG, actions.answer_query)
def answer_query(town):
    row = query(town)
    return lambda by: actions.answer_query(
        query=row, response="By hand.", responded_on=MARCH, by=by
    )


@tries(LOG, actions.record_correction)
def record_correction(town):
    row = query(town)
    return lambda by: actions.record_correction(
        query=row, what="March", was="14%", became="11%", corrected_on=MARCH, by=by
    )


@tries("inspections.refer_back", actions.respond_to_referral)
def respond(town):
    row = actions.refer_back(
        inspection=town.report, reason="safety", referred_on=FEBRUARY, by=town.cast.bob
    )
    return lambda by: actions.respond_to_referral(referral=row, responded_on=MARCH, by=by)


@tries("inspections.name_type", actions.add_inspection_type)
def add_inspection_type(town):
    return lambda by: actions.add_inspection_type(
        authority=town.cast.aldermere, label="Thematic look", by=by
    )


@tries("inspections.name_type", actions.set_inspection_type)
def set_inspection_type(town):
    kind = actions.add_inspection_type(
        authority=town.cast.aldermere, label="Thematic look", by=town.cast.alice
    )
    return lambda by: actions.set_inspection_type(
        inspection=town.report, kind=kind, by=by, why="Printed so."
    )


@tries(LINK, actions.propose_repeats)
def propose_repeats(town):
    later = two_inspections(town.cast)[1]
    return lambda by: actions.propose_repeats(inspection=later, by=by)


@tries(LINK, actions.record_repeat)
def record_repeat(town):
    old, new = (report.recommendations.first() for report in two_inspections(town.cast))
    return lambda by: actions.record_repeat(later=new, earlier=old, why="The same.", by=by)


@tries(LINK, actions.decide_repeat)
def decide_repeat(town):
    later = two_inspections(town.cast)[1]
    row, *_ = actions.propose_repeats(inspection=later, by=town.cast.alice)
    return lambda by: actions.decide_repeat(repeat=row, is_repeat=True, by=by)


def threshold(town, by):
    return actions.record_threshold_change(
        authority=town.cast.aldermere,
        policy="Referral of unborn babies",
        unit="weeks",
        was=Decimal(26),
        became=Decimal(15),
        effective_on=MARCH,
        by=by,
    )


@tries("inspections.record_threshold", actions.record_threshold_change)
def record_threshold_change(town):
    return lambda by: threshold(town, by)


@tries("inspections.record_threshold", actions.record_told)
def record_told(town):
    row = threshold(town, town.cast.alice)
    return lambda by: actions.record_told(change=row, to_whom="Midwives", told_on=MARCH, by=by)


@tries("inspections.withdraw", actions.archive_report)
def archive_report(town):
    actions.mark_used(inspection=town.report, by=town.cast.alice, what="plan P1")
    return lambda by: actions.archive_report(inspection=town.report, by=by, why="Superseded.")


VISIT = "inspections.prepare_visit"


def about(town):
    """What a visit is said to be about."""
    return {
        "framework": Framework.objects.get(code="ILACS monitoring visit"),
        "expected": "October 2026",
        "scope": "The front door.",
        "recommendations": [asked(town).pk],
    }


def visit(town):
    return actions.prepare_visit(authority=town.cast.aldermere, by=town.cast.alice, **about(town))


@tries(VISIT, actions.prepare_visit)
def prepare_visit(town):
    told = about(town)
    return lambda by: actions.prepare_visit(authority=town.cast.aldermere, by=by, **told)


@tries(VISIT, actions.change_visit)
def change_visit(town):
    row, told = visit(town), about(town)
    return lambda by: actions.change_visit(visit=row, by=by, **told)


@tries(VISIT, actions.call_off_visit)
def call_off_visit(town):
    row = visit(town)
    return lambda by: actions.call_off_visit(visit=row, why="Put off.", by=by)


@tries(VISIT, actions.record_letter)
def record_letter(town):
    row = visit(town)
    return lambda by: actions.record_letter(visit=row, letter=town.report, by=by)
