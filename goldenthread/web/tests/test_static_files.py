"""Static files carry their hash once collected, and their plain name before."""

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from goldenthread.web.static_files import HashedWhenCollected

NAME = "goldenthread/goldenthread.css"


def test_before_anything_is_collected_the_plain_name_serves():
    assert staticfiles_storage.url(NAME) == f"/static/{NAME}"


def test_collected_files_carry_their_hash(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    collected = HashedWhenCollected()
    hashed = collected.url(NAME).removeprefix("/static/")
    assert hashed != NAME
    assert (tmp_path / hashed).is_file()
    assert (tmp_path / f"{hashed}.br").is_file()
    with pytest.raises(ValueError, match="nothing"):
        collected.url("nothing.css")
