"""A pytest plugin that disables one verb or rule, to see whether a test notices.

`python -m pytest -p tools.breaker --break goldenthread.plans.actions:accept=none TEST`

A target is `module:name=mode`; the name may be that of a function, `Class.method`, a property, a
module's table, or a model. The modes:

    none, true, false, empty    a function does nothing and answers so
    input                       it answers with its first argument
    raise                       it fails (the weakest: every test that calls it notices)
    clear                       a module's dictionary, list, set or tuple is emptied
    without:CONSTRAINT          a model's table loses that constraint in the database

Functions are broken where they stand, by another code object, so that whoever imported them by
name gets the broken one too. It happens after collection: what a module works out while it is
imported stays whole.
"""

import contextlib
import functools
import importlib
import inspect

import pytest

BODIES = {
    "none": "return None",
    "true": "return True",
    "false": "return False",
    "empty": "return []",
    "input": "return (args[FIRST:] or tuple(kwargs.values()) or (None,))[0]",
    "raise": "raise RuntimeError('disabled on purpose')",
}
WITHOUT = "without:"


def pytest_addoption(parser):
    parser.addoption("--break", dest="broken", metavar="MODULE:NAME=MODE", required=True)


def pytest_collection_finish(session):
    if not mode_of(session.config.option.broken).startswith(WITHOUT):
        break_it(session.config.option.broken)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef, request):
    result = yield
    target = request.config.option.broken
    if fixturedef.argname == "django_db_setup" and mode_of(target).startswith(WITHOUT):
        with request.getfixturevalue("django_db_blocker").unblock():
            drop_constraint(find(target)[2], mode_of(target).removeprefix(WITHOUT))
    return result


def mode_of(target):
    return target.rpartition("=")[2]


def find(target):
    """The owner of a target, its name there, and the thing itself as it stands in the owner.

    Raises:
        LookupError: there is no such thing, or no such mode.
    """
    place, _, mode = target.rpartition("=")
    module, _, qualified = place.partition(":")
    if mode not in {*BODIES, "clear"} and not mode.startswith(WITHOUT):
        raise LookupError(f"{target}: there is no mode “{mode}”")
    *owners, name = qualified.split(".")
    try:
        owner = functools.reduce(getattr, owners, importlib.import_module(module))
        return owner, name, inspect.getattr_static(owner, name)
    except (ImportError, AttributeError) as error:
        raise LookupError(f"{target}: {error}") from error


def check(target):
    """That the target could be broken, without breaking it.

    Raises:
        LookupError: it could not; the text says why.
    """
    _, _, thing = find(target)
    mode = mode_of(target)
    if mode in BODIES:
        function_of(thing)
    elif mode == "clear" and not isinstance(thing, dict | list | set | tuple | frozenset):
        raise LookupError(f"{target}: only a table can be emptied")
    elif mode.startswith(WITHOUT):
        constraint_of(thing, mode.removeprefix(WITHOUT))


def break_it(target):
    """Break a function or a table for the rest of this process."""
    owner, name, thing = find(target)
    mode = mode_of(target)
    if mode != "clear":
        break_function(thing, mode, first=int(inspect.isclass(owner)))
    elif isinstance(thing, tuple | frozenset):
        setattr(owner, name, type(thing)())
    else:
        thing.clear()


def function_of(thing):
    """The plain function inside a method, property or decorated function."""
    thing = getattr(thing, "fget", None) or getattr(thing, "func", None) or thing
    thing = inspect.unwrap(getattr(thing, "__func__", thing))
    if not inspect.isfunction(thing):
        raise LookupError(f"{thing!r} is no function")
    return thing


def break_function(thing, mode, *, first):
    function = function_of(thing)
    first = 0 if isinstance(thing, staticmethod) else first
    body = BODIES[mode].replace("FIRST", str(first))
    function.__code__ = _code(body, function.__code__.co_freevars)
    function.__defaults__ = function.__kwdefaults__ = None
    if hasattr(thing, "cache_clear"):
        thing.cache_clear()


def _code(body, enclosed):
    """The code of a function with this body that encloses the same variables as the old one."""
    cells = "".join(f"    {name} = None\n" for name in enclosed)
    mention = "".join(f"        {name}\n" for name in enclosed)
    source = (
        f"def outer():\n{cells}    def disabled(*args, **kwargs):\n"
        f"{mention}        {body}\n    return disabled\n"
    )
    namespace = {}
    exec(source, namespace)  # noqa: S102 - made of the bodies above and names of the house
    return namespace["outer"]().__code__


def constraint_of(model, name):
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return constraint
    raise LookupError(f"{model.__name__} has no constraint {name}")


def drop_constraint(model, name):
    """Take a constraint from the test database's table and from the model's own checks."""
    from django.db import connection

    constraint = constraint_of(model, name)
    # SQLite makes the table anew from the model, so the model has to forget it first.
    model._meta.constraints = [other for other in model._meta.constraints if other != constraint]
    with triggers_aside(connection), connection.schema_editor() as editor:
        editor.remove_constraint(model, constraint)


@contextlib.contextmanager
def triggers_aside(connection):
    """Take away the triggers meanwhile: a table that SQLite makes anew would lose its own, and
    those of other tables that read it would stop it."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
    yield
    with connection.cursor() as cursor:
        for _, sql in triggers:
            cursor.execute(sql)
