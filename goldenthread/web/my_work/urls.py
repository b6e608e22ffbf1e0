"""The addresses of My work, the first page."""

from django.urls import path

from goldenthread.web.my_work import returned, views

app_name = "my_work"
urlpatterns = [
    path("", views.index, name="index"),
    path("my-work/actions/<int:pk>/update/", views.update, name="update"),
    path("my-work/actions/<int:pk>/no-change/", views.no_change, name="no-change"),
    path("my-work/actions/<int:pk>/more-time/", views.more_time, name="more-time"),
    path("my-work/extensions/<int:pk>/", views.extension, name="extension"),
    path("my-work/reopenings/<int:pk>/", views.reopening, name="reopening"),
    path("my-work/evidence/<int:pk>/version/", returned.version, name="version"),
]
