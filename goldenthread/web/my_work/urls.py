"""The addresses of My work, the first page."""

from django.urls import path

from goldenthread.web.my_work import asked, returned, views

app_name = "my_work"
urlpatterns = [
    path("", views.index, name="index"),
    path("my-work/actions/<int:pk>/update/", views.update, name="update"),
    path("my-work/actions/<int:pk>/no-change/", views.no_change, name="no-change"),
    path("my-work/actions/<int:pk>/more-time/", views.more_time, name="more-time"),
    path("my-work/extensions/<int:pk>/", views.extension, name="extension"),
    path("my-work/reopenings/<int:pk>/", views.reopening, name="reopening"),
    path("my-work/queries/<int:pk>/", asked.answer, name="answer"),
    path("my-work/challenges/<int:pk>/", asked.reply, name="reply"),
    path("my-work/evidence/<int:pk>/version/", returned.version, name="version"),
    path("my-work/drafts/<int:pk>/", views.draft, name="draft"),
    path("my-work/updates/<int:pk>/correct/", views.correct, name="correct"),
    path("my-work/versions/<int:pk>/correct/", views.correct_evidence, name="correct-evidence"),
]
