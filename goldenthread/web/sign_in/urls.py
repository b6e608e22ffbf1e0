"""The addresses of one's own account."""

from django.urls import path

from goldenthread.web.sign_in import asking, views

app_name = "sign_in"
urlpatterns = [
    path("", views.index, name="index"),
    path("digest/", asking.digest, name="digest"),
    path("calendar/", asking.calendar, name="calendar"),
]
