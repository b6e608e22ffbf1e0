"""The address of the library."""

from django.urls import path

from goldenthread.web.library import views

app_name = "library"
urlpatterns = [path("", views.index, name="index")]
