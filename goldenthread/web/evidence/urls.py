"""The addresses of evidence."""

from django.urls import path

from goldenthread.web.evidence.views import checking, files, listing, show

app_name = "evidence"
urlpatterns = [
    path("", listing.index, name="index"),
    path("<int:pk>/", show.show, name="show"),
    path("versions/<int:pk>/file/", files.download, name="download"),
    path("versions/<int:pk>/before/", files.download, {"which": "before"}, name="before"),
    path("links/<int:pk>/", checking.check, name="check"),
    path("links/<int:pk>/accept/", checking.accept, name="accept"),
    path("links/<int:pk>/return/", checking.return_, name="return"),
]
