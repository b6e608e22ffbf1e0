"""The addresses of importing."""

from django.urls import path

from goldenthread.web.imports.views import (
    deciding,
    listing,
    matching,
    questions,
    rows,
    show,
    source,
)

app_name = "imports"
urlpatterns = [
    path("", listing.index, name="index"),
    path("<int:pk>/", show.show, name="show"),
    path("<int:pk>/progress/", show.progress, name="progress"),
    path("<int:pk>/again/", show.again, name="again"),
    path("<int:pk>/source/", source.beside, name="source"),
    path("<int:pk>/source/page-<int:page>.png", source.picture, name="picture"),
    path("<int:pk>/questions/<int:number>/", questions.answer, name="answer"),
    path("<int:pk>/rows/<slug:row>/", rows.save, name="save"),
    path("<int:pk>/rows/<slug:row>/split/", rows.split, name="split"),
    path("<int:pk>/rows/<slug:row>/refuse/", rows.refuse, name="refuse"),
    path("<int:pk>/rows/<slug:row>/accept/", rows.accept, name="accept"),
    path("<int:pk>/join/", rows.join, name="join"),
    path("<int:pk>/edits/<int:number>/undo/", rows.undo, name="undo-edit"),
    path("<int:pk>/links/", matching.link, name="link"),
    path("<int:pk>/report/", matching.report, name="report"),
    path("<int:pk>/headings/", matching.headings, name="headings"),
    path("<int:pk>/confirm/", deciding.confirm, name="confirm"),
    path("<int:pk>/undo/", deciding.undo, name="undo"),
    path("<int:pk>/discard/", deciding.discard, name="discard"),
]
