"""The addresses of queries and challenges."""

from django.urls import path

from goldenthread.web.queries import views

app_name = "queries"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/answer/", views.answer, name="answer"),
    path("weekly/", views.weekly, name="weekly"),
    path("lateness/", views.lateness, name="lateness"),
    path("rules/", views.rules, name="rules"),
]
