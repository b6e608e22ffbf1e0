"""An item: the recommendation as printed, its source paragraph, then its actions."""

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from goldenthread.inspections.models import FindingLink, Inspection, Recommendation
from goldenthread.people.history import history_of
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.plans.models import AsReported, Deadline, Item, ItemRecommendation, Plan, Test
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses, gathered
from goldenthread.web.plans.forms import LinkForm
from goldenthread.web.plans.presenters import history, rows
from goldenthread.web.plans.presenters import item as presenter
from goldenthread.web.plans.presenters.backlog import card_of
from goldenthread.web.plans.views.common import crumbs, item_of
from goldenthread.web.requests import SignedInRequest

ADD = "plans.add_action"


@require_safe
def show(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """What was asked for, word by word, and what is done about it."""
    item = item_of(request, public_id, code)
    plan, day, user = item.plan, timezone.localdate(), request.user
    found = gathered.of_item(item, user, day)
    data = gathered.gather(found.actions, found, plan, day)
    is_open = plan.state == Plan.State.CURRENT
    may_link = is_open and may(user, "plans.link", plan.authority)
    context = {
        "page": Page(
            heading=presenter.heading(item),
            caption=f"{item.public_id} of {plan}",
            crumbs=crumbs(request, plan),
        ),
        "item": item,
        "asked": [presenter.asked(link) for link in _answered(item, user)],
        "may_link": may_link,
        "add_href": _add_href(item) if is_open and may(user, ADD, plan.authority) else "",
        "may_sign": is_open and may(user, "plans.sign_off_wording", plan.authority),
        "link_form": LinkForm(recommendations=choices(item, user)) if may_link else None,
        "link_href": addresses.of_item(item, "link"),
        "deadlines": presenter.deadlines(_deadlines(item, user)),
        "tests": presenter.tests(_tests(item, user)),
        "said": presenter.said(_said(item, user)) if plan.first_round_closed_on is None else [],
        "backlog": card_of(item, user),
        "rows": rows.rows_of(data),
        "key": rows.key_of(data.rules),
        "has_reported": plan.first_round_closed_on is None,
        "columns": rows.PLAIN_COLUMNS,
        "thread_href": addresses.of_thread(item),
        "history": history.lines_of(history_of(item)),
    }
    return render(request, "plans/item.html", context)


def _add_href(item: Item) -> str:
    """Where an action is added for the item."""
    return f"{addresses.of_plan(item.plan, 'add')}?item={item.public_id}"


def choices(item: Item, user: User) -> list[tuple[str, str]]:
    """The recommendations of the council that the item does not answer yet."""
    linked = item.answered.current().values("recommendation")
    found = Recommendation.objects.visible_to(user).filter(
        inspection__authority=item.plan.authority
    )
    found = found.exclude(pk__in=linked).order_by("-inspection_id", "order")
    told = list(found.values_list("pk", "inspection", "number", "text"))
    asked = Inspection.objects.filter(pk__in={one for _, one, _, _ in told})
    names = {one.pk: str(one) for one in asked.select_related("framework", "authority")}
    return [
        (str(pk), f"{names[inspection]}: {number} {rows.short(text, 90)}")
        for pk, inspection, number, text in told
    ]


def _answered(item: Item, user: User) -> list[ItemRecommendation]:
    cited = FindingLink.objects.select_related("finding").order_by("finding__order")
    links = ItemRecommendation.objects.visible_to(user).current().filter(item=item)
    links = links.select_related(
        "item__plan__authority", "recommendation__inspection__framework", "signed_off_by"
    )
    return list(links.prefetch_related(Prefetch("recommendation__links", cited)).order_by("pk"))


def _deadlines(item: Item, user: User) -> list[Deadline]:
    rows_ = Deadline.objects.visible_to(user).current().filter(item=item, action=None)
    return list(rows_.order_by("source", "pk"))


def _tests(item: Item, user: User) -> list[Test]:
    return list(Test.objects.visible_to(user).current().filter(item=item).order_by("number"))


def _said(item: Item, user: User) -> list[AsReported]:
    return list(AsReported.objects.visible_to(user).current().filter(item=item).order_by("pk"))
