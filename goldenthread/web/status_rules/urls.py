"""The addresses of the status rules."""

from django.urls import path

from goldenthread.web.status_rules import views

app_name = "status_rules"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:code>/change/", views.change, name="change"),
    path("proposals/<int:pk>/", views.approve, name="approve"),
]
