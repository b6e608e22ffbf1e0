"""The address of the health page."""

from django.urls import path

from goldenthread.web.health import views

app_name = "health"
urlpatterns = [path("", views.index, name="index")]
