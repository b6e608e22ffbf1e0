"""People who sign in, for tests of pages."""

from goldenthread.people.models import User

PASSWORD = "three lanterns by the mere"


def make_user(email, name=""):
    return User.objects.create_user(email, PASSWORD, name=name)
