"""The addresses of measures, their figures and targets."""

from django.urls import path

from goldenthread.web.measures.views import defining, figures, impact, listing, show, targets, tying

app_name = "measures"
urlpatterns = [
    path("", listing.index, name="index"),
    path("define/", defining.define, name="define"),
    path("<int:pk>/", show.show, name="show"),
    path("<int:pk>/definition/", defining.redefine, name="redefine"),
    path("<int:pk>/enter/", figures.enter, name="enter"),
    path("<int:pk>/level/", targets.level, name="level"),
    path("<int:pk>/change/", targets.change, name="change"),
    path("<int:pk>/tie/", tying.tie, name="tie"),
    path("figures/<int:pk>/", figures.show, name="figure"),
    path("figures/<int:pk>/approve/", figures.approve, name="approve"),
    path("figures/<int:pk>/return/", figures.return_, name="return"),
    path("figures/<int:pk>/revise/", figures.revise, name="revise"),
    path("targets/<int:pk>/end/", targets.end, name="end"),
    path("targets/<int:pk>/outcome/", targets.outcome, name="outcome"),
    path("ties/<int:pk>/remove/", tying.remove, name="untie"),
    path("of/<slug:code>/<slug:public_id>/", tying.of, name="of"),
    path("of/<slug:code>/<slug:public_id>/impact/", impact.say, name="impact"),
]
