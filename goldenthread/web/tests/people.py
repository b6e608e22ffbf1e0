"""People who sign in, for tests of pages."""

from goldenthread.people.models import User

PASSWORD = "three lanterns by the mere"


def make_user(email, name="", **fields):
    user = User(email=email, **fields)
    for field, value in (("username", email), ("name", name), ("first_name", name)):
        if hasattr(user, field):
            setattr(user, field, value)
    user.set_password(PASSWORD)
    user.save()
    return user
