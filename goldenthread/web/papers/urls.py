"""The addresses of a plan's papers; a plan's public id is that of one council."""

from django.urls import path, register_converter

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.renderers import FORMS
from goldenthread.web.papers.views import looking
from goldenthread.web.plans.urls import PlanId


class PaperName(PlanId):
    """A paper of the catalogue."""

    regex = "|".join(PAPERS)


class FormName(PlanId):
    """A form in which papers are handed out."""

    regex = "|".join(FORMS)


register_converter(PaperName, "paper_name")
register_converter(FormName, "paper_form")

OF_A_PLAN = "<slug:code>/<plan_id:public_id>/"

app_name = "papers"
urlpatterns = [
    path(OF_A_PLAN, looking.index, name="index"),
    path(f"{OF_A_PLAN}<paper_name:name>/", looking.show, name="show"),
    path(f"{OF_A_PLAN}<paper_name:name>/<paper_form:form>/", looking.download, name="download"),
]
