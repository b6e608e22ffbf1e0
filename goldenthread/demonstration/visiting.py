"""The letter after a focused visit, and the monitoring visit that is prepared for."""

from datetime import date

from goldenthread.basics.days import add_months
from goldenthread.demonstration import bringing, texts_read, typeset
from goldenthread.demonstration.council import Council
from goldenthread.inspections import actions
from goldenthread.inspections.models import Framework, Inspection, Recommendation

SCOPE = "Children on a child protection plan, and how social workers are supervised."
COHORT = "Children on a plan for fifteen months or more, and families in pre-proceedings."


def prepare(council: Council, today: date) -> None:
    """Bring the letter of 2025 in, and prepare for the next visit, two months from today."""
    content = typeset.pdf(texts_read.lines("letter_2025"))
    bringing.bring_in(council, "letter after the focused visit 2025.pdf", content)
    asked = Recommendation.objects.filter(
        inspection__authority=council.authority,
        inspection__framework__code="ILACS standard",
        inspection__state=Inspection.State.CURRENT,
    )
    actions.prepare_visit(
        authority=council.authority,
        framework=Framework.objects.get(code="ILACS monitoring visit"),
        expected=f"{add_months(today, 2):%B %Y}",
        scope=SCOPE,
        cohort=COHORT,
        recommendations=list(asked.values_list("pk", flat=True)),
        by=council["Ines Hartley"],
    )
