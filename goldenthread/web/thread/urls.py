"""The addresses of threads: by kind and key, or by the public id that is printed."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from goldenthread.web.thread import views


class RowId(StringConverter):
    """The public id of an item or an action."""

    regex = r"P\d+-[IA]\d+"


register_converter(RowId, "row_id")

app_name = "thread"
urlpatterns = [
    path("<slug:kind>/<int:pk>/", views.show, name="show"),
    path("<slug:plan>/<row_id:public_id>/", views.by_public_id, name="show"),
    path("<row_id:public_id>/", views.by_public_id, name="show"),
]
