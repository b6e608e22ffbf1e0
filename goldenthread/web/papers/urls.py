"""The addresses of a plan's papers; a plan's public id is that of one council."""

from django.urls import path, register_converter

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.renderers import FORMS
from goldenthread.web.papers.views import finishing, looking, sending, signed, signing, viewing
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
SIGNED = f"{OF_A_PLAN}signed/<slug:paper_id>/"

app_name = "papers"
urlpatterns = [
    path(OF_A_PLAN, looking.index, name="index"),
    path(f"{OF_A_PLAN}<paper_name:name>/", looking.show, name="show"),
    path(f"{OF_A_PLAN}<paper_name:name>/overall-view/", viewing.view, name="view"),
    path(f"{OF_A_PLAN}<paper_name:name>/sign-off/", signing.sign, name="sign"),
    path(f"{OF_A_PLAN}<paper_name:name>/<paper_form:form>/", looking.download, name="download"),
    path(SIGNED, signed.show, name="signed"),
    path(f"{SIGNED}sent/", sending.send, name="send"),
    path(f"{SIGNED}sent/to/<int:pk>/", sending.acknowledge, name="acknowledge"),
    path(f"{SIGNED}sent/<int:pk>/<paper_form:form>/", sending.letter, name="letter"),
    path(f"{SIGNED}finished/", finishing.upload, name="finish"),
    path(f"{SIGNED}finished/<int:pk>/", finishing.show, name="finished"),
    path(f"{SIGNED}finished/<int:pk>/progress/", finishing.progress, name="progress"),
    path(f"{SIGNED}finished/<int:pk>/file/", finishing.download, name="finished_file"),
    path(f"{SIGNED}finished/<int:pk>/again/", finishing.again, name="again"),
    path(f"{SIGNED}finished/<int:pk>/take/", finishing.take, name="take"),
    path(f"{SIGNED}<paper_form:form>/", signed.download, name="frozen"),
]
