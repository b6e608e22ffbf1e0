"""The address of My work, the first page."""

from django.urls import path

from goldenthread.web.my_work import views

app_name = "my_work"
urlpatterns = [path("", views.index, name="index")]
