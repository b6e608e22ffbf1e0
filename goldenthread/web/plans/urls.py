"""The addresses of plans; the council's code stands before an id where a user has several."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from goldenthread.web.plans.views import (
    adding,
    adopting,
    bridge,
    bulk,
    checkers,
    handing,
    index,
    item,
    linking,
    listed,
    plan,
    quality,
    rounds,
    settling,
    tracker,
    versions,
)


class PlanId(StringConverter):
    """The public id of a plan."""

    regex = r"P\d+"


class ItemId(StringConverter):
    """The public id of an item."""

    regex = r"P\d+-I\d+"


register_converter(PlanId, "plan_id")
register_converter(ItemId, "item_id")


def _both(route: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    """The address without and with the council's code."""
    return [path(route, view, name=name), path(f"<slug:code>/{route}", view, name=name)]


app_name = "plans"
urlpatterns = [
    path("", index.index, name="index"),
    path("hand-over/<slug:code>/<int:pk>/", handing.hand_over, name="hand-over"),
    path("hand-over/<slug:code>/<int:pk>/results/", handing.results, name="handed-over"),
    *_both("<plan_id:public_id>/", plan.show, "plan"),
    *_both("<plan_id:public_id>/quality/", quality.quality, "quality"),
    *_both("<plan_id:public_id>/bridge/", bridge.bridge, "bridge"),
    *_both("<plan_id:public_id>/adopted/", adopting.adopted, "adopted"),
    *_both("<plan_id:public_id>/adopted/<int:pk>/", adopting.decide, "decide-adoption"),
    *_both("<plan_id:public_id>/adopted/<int:pk>/remove/", adopting.remove, "remove-adoption"),
    *_both("<plan_id:public_id>/versions/", versions.versions, "versions"),
    *_both("<plan_id:public_id>/versions/compare/", versions.compare, "compare"),
    *_both("<plan_id:public_id>/items/", plan.items, "items"),
    *_both("<plan_id:public_id>/first-round/", plan.close_round, "close-round"),
    *_both("<plan_id:public_id>/archive/", plan.archive, "archive"),
    *_both("<plan_id:public_id>/change/", bulk.change, "bulk"),
    *_both("<plan_id:public_id>/change/results/", bulk.results, "bulk-results"),
    *_both("<plan_id:public_id>/change/undo/", bulk.undo, "bulk-undo"),
    *_both("<plan_id:public_id>/add/", adding.add, "add"),
    path("actions.xlsx", listed.of_all, name="all-listed"),
    *_both("<plan_id:public_id>/actions.xlsx", listed.of_plan, "listed"),
    *_both("<plan_id:public_id>/excel/", tracker.show, "tracker"),
    *_both("<plan_id:public_id>/excel/save/", tracker.save, "tracker-save"),
    *_both("<plan_id:public_id>/excel/<int:pk>/", tracker.returned, "tracker-return"),
    *_both("<plan_id:public_id>/settle/", settling.settle, "settle"),
    *_both("<plan_id:public_id>/rounds/", rounds.rounds, "rounds"),
    *_both("<plan_id:public_id>/rounds/before/", rounds.before, "rounds-before"),
    *_both("<plan_id:public_id>/rounds/<int:pk>/", rounds.ask, "ask-again"),
    *_both("<plan_id:public_id>/checkers/", checkers.checkers, "checkers"),
    *_both("<plan_id:public_id>/checkers/<int:pk>/take/", checkers.take, "take-checker"),
    *_both("<item_id:public_id>/", item.show, "item"),
    *_both("<item_id:public_id>/link/", linking.link, "link"),
    *_both("<item_id:public_id>/links/<int:pk>/sign/", linking.sign_off, "sign-off"),
    *_both("<item_id:public_id>/links/<int:pk>/remove/", linking.remove, "unlink"),
]
