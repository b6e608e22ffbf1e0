"""S11: what an update says of the impact is no figure, and without one no impact is shown."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions, impacts
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import AsReported, Impact, Test
from goldenthread.results import looking
from goldenthread.results.actions.targets import Terms
from goldenthread.results.figures import NotAFigure
from goldenthread.results.models import Value
from goldenthread.results.tests import factories
from tests.scenarios import hub
from tests.scenarios.bringing import bring_in_one, page_of, seed
from tests.scenarios.plans import in_word

MARCH = date(2014, 3, 31)


def check(cast, path):
    brought, _ = bring_in_one(cast, path)
    plan, by = brought.plan, cast.alice
    assert not Impact.objects.exists(), "the updates say 'too early' and 'positive': no impact"
    action = plan.actions.filter(items__number="2.1").order_by("order").first()
    assert "early" in said_of(plan, "too early to measure the impact").text
    measure = factories.measure(cast, code="SAME-DAY", name="Same day response")
    actions.link_measure(of=action, measure=measure, kind="impact", expected="rise", by=by)
    check_no_words_are_figures(cast, plan, measure)
    check_no_value(cast, plan, measure)
    check_impact_is_refused(action, by)
    until = timezone.localdate() + timedelta(days=90)
    actions.set_impact(action=action, by=by, state="not yet measurable", until=until)
    assert "to be reviewed on" in page_of(by, action)
    stands = stands_of([action], timezone.localdate())[action.pk]
    assert not stands.facts.standing.measured
    assert stands.colour != "blue"


def said_of(plan, words):
    """What the document says with these words, of an action or of an item."""
    rows = AsReported.objects.current().filter(version__plan=plan, text__icontains=words)
    return rows.order_by("pk").first()


def check_no_words_are_figures(cast, plan, measure):
    for words, why in (("Approaching 100%", "about how much"), ("Low – zero", "description")):
        lines = said_of(plan, words).text.splitlines()
        [printed] = [line for line in lines if words in line]
        with pytest.raises(NotAFigure, match=why):
            factories.entered(cast, measure, printed, factories.month(3, 2014))
    assert not Value.objects.exists()


def check_no_value(cast, plan, measure):
    """The document's own target of 80% has no figure to stand against."""
    tests = Test.objects.current().filter(version__plan=plan, text__contains="80% or above")
    assert tests.exists()
    assert said_of(plan, "compromised due to high caseloads")
    terms = Terms(date(2013, 9, 1), "80% or above", MARCH)
    target = factories.level(cast, measure, terms=terms)
    assert looking.performance_of(target, MARCH).words == "no value"


def check_impact_is_refused(action, by):
    for state in impacts.MEASURED:
        with pytest.raises(NotAllowedNow, match="number, numerator, denominator and day"):
            actions.set_impact(action=action, by=by, state=state, words="Approaching 100%")
    for state, why in (("evidenced", "no impact “evidenced”"), ("early signs", "in words"),
                       ("not yet measurable", "review day")):  # fmt: skip
        with pytest.raises(NotAllowedNow, match=why):
            actions.set_impact(action=action, by=by, state=state)
    assert not Impact.objects.exists()


def test_s11_no_words_show_an_impact(cast, tmp_path):
    check(cast, in_word(tmp_path / "plan.docx", hub.ROWS, hub.HEADINGS))


@pytest.mark.shared
def test_s11_on_the_real_plan_of_2014(cast, shared):
    check(cast, seed(shared, "004"))
