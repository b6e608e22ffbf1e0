"""The address of one's own account."""

from django.urls import path

from goldenthread.web.sign_in import views

app_name = "sign_in"
urlpatterns = [path("", views.index, name="index")]
