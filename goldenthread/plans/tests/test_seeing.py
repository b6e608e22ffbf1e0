"""Who sees which plan, action and what hangs on them."""

import pytest
from django.apps import apps

ROOM = list(apps.get_app_config("plans").get_models())


@pytest.mark.parametrize("model", ROOM, ids=lambda model: model.__name__)
def test_every_table_can_be_asked_for_what_a_user_sees(model, cast):
    assert list(model.objects.visible_to(cast.alice)) == []
