"""The addresses of threads: by kind and key, or by the public id that is printed."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from goldenthread.papers.renderers import FORMS
from goldenthread.web.thread import views


class RowId(StringConverter):
    """The public id of an item or an action."""

    regex = r"P\d+-[IA]\d+"


class FormName(StringConverter):
    """A form in which a thread is handed out."""

    regex = "|".join(FORMS)


register_converter(RowId, "row_id")
register_converter(FormName, "thread_form")

app_name = "thread"
urlpatterns = [
    path("<slug:kind>/<int:pk>/", views.show, name="show"),
    path("<slug:kind>/<int:pk>/thread.<thread_form:form>", views.paper, name="paper"),
    path("<slug:plan>/<row_id:public_id>/", views.by_public_id, name="show"),
    path("<row_id:public_id>/", views.by_public_id, name="show"),
]
