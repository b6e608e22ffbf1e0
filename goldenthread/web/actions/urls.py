"""The addresses of an action: its page, and one for each thing that can be done there."""

from django.urls import URLPattern, path

from goldenthread.web.actions import views
from goldenthread.web.actions.deeds import ALL, Deed

app_name = "actions"
ACTION = "<slug:code>/<str:public_id>/"


def _path(deed: Deed) -> URLPattern:
    which = "<int:of>/" if deed.of else ""
    return path(f"{ACTION}{deed.name}/{which}", views.do, {"deed": deed.name}, name=deed.name)


urlpatterns = [
    path(ACTION, views.show, name="show"),
    path(f"{ACTION}since/<int:seen>/", views.since, name="since"),
    *map(_path, ALL),
]
