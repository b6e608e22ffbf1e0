"""The addresses of inspections."""

from django.urls import path

from goldenthread.web.inspections.views import (
    days,
    deadlines,
    deciding,
    findings,
    listing,
    recommendations,
    sharing,
    show,
    source,
)

app_name = "inspections"
urlpatterns = [
    path("", listing.index, name="index"),
    path("<int:pk>/", show.show, name="show"),
    path("<int:pk>/findings/", findings.index, name="findings"),
    path("<int:pk>/findings/<int:finding>/", deciding.uncited, name="uncited"),
    path("<int:pk>/recommendations/", recommendations.index, name="recommendations"),
    path("<int:pk>/recommendations/told-before/", recommendations.propose, name="propose"),
    path("<int:pk>/recommendations/<int:asked>/", deciding.consider, name="consider"),
    path("<int:pk>/recommendations/<int:asked_pk>/shared/", sharing.share, name="share"),
    path("<int:pk>/recommendations/<int:asked_pk>/partner/", sharing.contribute, name="contribute"),
    path("<int:pk>/targets/<int:target>/", deciding.target, name="target"),
    path("<int:pk>/told-before/<int:repeat>/", deciding.repeat, name="repeat"),
    path("<int:pk>/evidence/", show.evidence, name="evidence"),
    path("<int:pk>/days/", days.change, name="days"),
    path("<int:pk>/deadlines/<slug:duty>/", deadlines.show, name="deadline"),
    path("<int:pk>/deadlines/<slug:duty>/count/", deadlines.count, name="count"),
    path("<int:pk>/source/", source.beside, name="source"),
    path("<int:pk>/source/page-<int:page>.png", source.picture, name="picture"),
]
