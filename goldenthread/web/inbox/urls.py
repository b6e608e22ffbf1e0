"""The addresses of messages."""

from django.urls import path

from goldenthread.web.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/read/", views.read, name="read"),
]
