"""What an import left open: one answer for several questions of a topic at once."""

from collections.abc import Sequence
from functools import partial
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.people.permissions import may
from goldenthread.plans import actions
from goldenthread.plans.models import Plan, Test, ToSettle
from goldenthread.web import feedback
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import AnswerForm, somebody
from goldenthread.web.plans.named import Named
from goldenthread.web.plans.presenters import settling as presenter
from goldenthread.web.plans.results import one
from goldenthread.web.plans.views.common import keep_results, plan_of
from goldenthread.web.plans.views.plan import frame
from goldenthread.web.requests import SignedInRequest

NOT_TICKED = "No question is ticked. Tick those that this answers."
NO_PROPOSAL = "Nothing is proposed for what is ticked. Answer it below, or tick others."


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """The open questions by topic; a ticked one is answered by its topic's form."""
    plan = plan_of(request, public_id, code)
    rows = _open(request, plan)
    is_open = plan.state == Plan.State.CURRENT
    may_settle = is_open and may(request.user, "plans.settle", plan.authority)
    wrong: AnswerForm | None = None
    if request.method == "POST":
        chosen = _chosen(request, rows)
        accepts = "accept" in request.POST
        proposed = [row for row in chosen if row.suggestion]
        if accepts and proposed:
            return _answered(request, plan, proposed, None)
        topic = request.POST.get("topic", "")
        wrong = _form(plan, topic, request.POST, empty_permitted=accepts)
        if accepts or not chosen:
            wrong.add_error(None, NO_PROPOSAL if chosen else NOT_TICKED)
        elif wrong.is_valid():
            return _answered(request, plan, chosen, wrong)
    forms = _forms(plan, wrong) if may_settle else {}
    answered = _settled(request, plan)
    named = Named([*rows, *answered], request.user)
    context = {
        **frame(request, plan, "settle"),
        "form": wrong,
        "topics": presenter.topics(
            rows, forms, ticked=request.POST.getlist("question"), named=named
        ),
        "settled": presenter.settled(answered, named),
        "may_settle": may_settle,
        "here": addresses.of_plan(plan, "settle"),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "plans/settle.html", context, status=status)


def _open(request: SignedInRequest, plan: Plan) -> list[ToSettle]:
    rows = ToSettle.objects.visible_to(request.user).open().filter(version__plan=plan)
    return list(
        rows.select_related(
            "version__plan__authority", "action__plan__authority", "item__plan__authority"
        ).order_by("topic", "order")
    )


def _settled(request: SignedInRequest, plan: Plan) -> list[ToSettle]:
    rows = ToSettle.objects.visible_to(request.user).current().filter(version__plan=plan)
    rows = rows.filter(state=ToSettle.State.SETTLED).select_related("settled_by", "action", "item")
    return list(rows.order_by("-settled_at")[:50])


def _chosen(request: SignedInRequest, rows: Sequence[ToSettle]) -> list[ToSettle]:
    """The ticked questions of the topic whose form was sent."""
    ticked, topic = set(request.POST.getlist("question")), request.POST.get("topic")
    return [row for row in rows if str(row.pk) in ticked and row.topic == topic]


def _form(plan: Plan, topic: str, data: object = None, **options: bool) -> AnswerForm:
    known = topic if topic in AnswerForm.FIELDS else ToSettle.Topic.OTHER
    leads = somebody(plan.authority) if known == ToSettle.Topic.LEAD else ()
    return AnswerForm(data, topic=known, leads=leads, use_required_attribute=False, **options)


def _forms(plan: Plan, wrong: AnswerForm | None) -> dict[str, AnswerForm]:
    forms = {topic: _form(plan, topic) for topic in AnswerForm.FIELDS}
    return {**forms, wrong.topic: wrong} if wrong else forms


def _answered(
    request: SignedInRequest, plan: Plan, rows: Sequence[ToSettle], form: AnswerForm | None
) -> HttpResponse:
    """Settle each by itself; what was refused is told with its reason."""
    found = [one(presenter.about(row), partial(_settle, request, row, form)) for row in rows]
    if all(one.is_done for one in found):
        feedback.done(request, presenter.done(len(found)))
        return redirect(addresses.of_plan(plan, "settle"))
    keep_results(request, plan, found)
    return redirect(addresses.of_plan(plan, "bulk-results"))


def _settle(request: SignedInRequest, row: ToSettle, form: AnswerForm | None) -> str:
    answer = row.suggestion if form is None else form.answer()
    if form is not None and row.topic == ToSettle.Topic.TEST_KIND:
        answer = {**answer, "test": row.suggestion.get("test") or _only_test(row)}
    actions.settle(to_settle=row, answer=answer, by=request.user)
    return "Settled."


def _only_test(row: ToSettle) -> int:
    """The test that the question is about, where its row has just one; else nought."""
    tests = Test.objects.current().filter(action=row.action, item=row.item)
    found = list(tests.values_list("pk", flat=True)[:2])
    return found[0] if len(found) == 1 else 0
