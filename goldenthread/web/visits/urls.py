"""The addresses of visits of inspectors."""

from django.urls import path, register_converter

from goldenthread.papers.renderers import FORMS
from goldenthread.web.plans.urls import PlanId
from goldenthread.web.visits import views


class SheetForm(PlanId):
    """A form in which the sheet of a visit is handed out."""

    regex = "|".join(FORMS)


register_converter(SheetForm, "sheet_form")

app_name = "visits"
urlpatterns = [
    path("", views.index, name="index"),
    path("prepare/", views.prepare, name="prepare"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/change/", views.change, name="change"),
    path("<int:pk>/call-off/", views.call_off, name="call_off"),
    path("<int:pk>/letter/", views.letter, name="letter"),
    path("<int:pk>/sheet.<sheet_form:form>", views.sheet, name="sheet"),
]
