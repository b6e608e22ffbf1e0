"""A list's pages are turned by links."""

import pytest
from django.template.loader import render_to_string

from goldenthread.people.models import Authority
from goldenthread.web.listing import Listing


@pytest.mark.django_db
@pytest.mark.parametrize(("per_page", "turns"), [(1, True), (5, False)])
def test_pages_are_turned_by_links(rf, per_page, turns):
    for code in ("901", "902"):
        Authority.objects.create(code=code, name="Alder")
    councils = Authority.objects.all()
    listing = Listing(
        rf.get("/c/"), councils, filters={}, orders={"code": "code"}, per_page=per_page
    )
    html = render_to_string("components/_pagination.html", {"listing": listing})
    assert f"Showing 1 to {min(per_page, 2)} of 2" in html
    assert ('href="/c/?page=2"' in html) is turns
