"""The addresses of the style guide."""

from django.urls import path

from goldenthread.web.style_guide import views

app_name = "style_guide"
urlpatterns = [
    path("", views.index, name="index"),
    path("progress/<int:done>/", views.progress, name="progress"),
    path("confirm/", views.confirm, name="confirm"),
    path("done/", views.done, name="done"),
    path("message/", views.message, name="message"),
    path("undo/", views.undo, name="undo"),
    path("refused/", views.refused, name="refused"),
]
