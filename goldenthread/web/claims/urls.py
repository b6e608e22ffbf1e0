"""The addresses of claims waiting for evidence."""

from django.urls import path

from goldenthread.web.claims import views

app_name = "claims"
urlpatterns = [
    path("", views.index, name="index"),
    path("send/", views.send, name="send"),
]
