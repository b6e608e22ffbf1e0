"""Tying a plan's items to the recommendations that they answer, many to many."""

from django.db import transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection, Recommendation
from goldenthread.intake import linking
from goldenthread.intake.actions.changing import VERB, Wanted, change, tell
from goldenthread.intake.draft.form import row_of
from goldenthread.intake.models import Edit, Import
from goldenthread.intake.rows import open_one
from goldenthread.people.history import record
from goldenthread.people.models import User

KIND = Edit.Kind


@transaction.atomic
def link(
    *,
    import_: Import,
    item: str,
    recommendation: Recommendation,
    by: User,
    revision: int,
    signed_off: bool = False,
) -> Edit:
    """Say that an item answers a recommendation; how their wording differs is kept beside it.

    Args:
        item:       the id of its row, such as "i3".
        signed_off: the difference of wording is accepted.

    Raises:
        NotAllowedNow: it is linked so already, there is no such item, or the recommendation is
                       another authority's or of a report that is put aside.
        StaleRevision, NotAllowed: see `edit`.
    """
    row = open_one(import_, by, VERB)
    seen = Recommendation.objects.visible_to(by).filter(
        inspection__authority=row.authority, inspection__state=Inspection.State.CURRENT
    )
    chosen = seen.filter(pk=recommendation.pk).first()
    found = row_of(row.draft, item)
    if chosen is None or found is None or found[0] != "items":
        raise NotAllowedNow(
            f"{row}: Choose an item of this plan and a recommendation of a report that is "
            "recorded for the same authority. Nothing was changed."
        )
    new = linking.made(found[1], {"id": chosen.pk, "text": chosen.text}, signed_off=signed_off)
    made = change(
        row,
        Wanted(
            kind=KIND.LINK,
            path=f"{linking.LINKS}/{new['id']}",
            do=lambda draft: linking.with_link(draft, new),
            mine=new,
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="linked", by=by)
    return made


@transaction.atomic
def unlink(
    *, import_: Import, item: str, recommendation: Recommendation, by: User, revision: int
) -> Edit:
    """Say that an item does not answer a recommendation.

    Raises:
        NotAllowedNow: it is not linked.
        StaleRevision, NotAllowed: see `edit`.
    """
    row = open_one(import_, by, VERB)
    gone = linking.link_id(item, recommendation.pk)
    made = change(
        row,
        Wanted(
            kind=KIND.UNLINK,
            path=f"{linking.LINKS}/{gone}",
            do=lambda draft: linking.without_link(draft, gone),
            mine=None,
        ),
        by=by,
        revision=revision,
    )
    tell(made, verb="unlinked", by=by)
    return made


@transaction.atomic
def choose_inspection(*, import_: Import, inspection: Inspection, by: User) -> Import:
    """Say which report a plan answers; its links are proposed, those a person made stay.

    Raises:
        NotAllowedNow: this is no plan, or the report is another authority's or put aside.
        NotAllowed:    `by` may not edit imports of the authority.
    """
    row = open_one(import_, by, VERB)
    held = linking.report_of(row, inspection.pk, by)
    before = {"inspection": row.inspection_id}
    row.inspection = held
    row.save(update_fields=["inspection"])
    recommendations = linking.recommendations_of(held)
    wanted = Wanted(
        kind=KIND.LINK,
        path=linking.LINKS,
        do=lambda draft: linking.answering(draft, recommendations),
        may_be_empty=True,
    )
    change(row, wanted, by=by)
    record(by=by, verb="chose a report", thing=row, before=before, after={"inspection": held.pk})
    return row
