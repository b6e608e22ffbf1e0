"""The addresses of one's own account."""

from django.urls import path

from goldenthread.web.sign_in import asking, away, views

app_name = "sign_in"
urlpatterns = [
    path("", views.index, name="index"),
    path("digest/", asking.digest, name="digest"),
    path("away/<int:pk>/", away.enter, name="away"),
    path("away/<int:pk>/back/", away.take_back, name="back"),
    path("calendar/", asking.calendar, name="calendar"),
]
