"""The address of a calendar; its secret is all that opens it."""

from django.urls import path

from goldenthread.web.calendar import views

app_name = "calendar"
urlpatterns = [path("<str:secret>.ics", views.feed, name="feed")]
