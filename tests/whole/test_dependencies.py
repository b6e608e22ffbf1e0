"""The list of dependencies that deptry is told to overlook is no longer than it has to be."""

import ast
import tomllib
from importlib.metadata import packages_distributions

from tests.whole.house import ROOT, modules


def imported():
    """The top-level names that our code imports, tests left out."""
    names = set()
    for path in modules():
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names


def test_a_dependency_that_is_imported_is_not_overlooked():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    overlooked = {
        package.lower() for package in pyproject["tool"]["deptry"]["per_rule_ignores"]["DEP002"]
    }
    distributions = packages_distributions()
    used = {package.lower() for module in imported() for package in distributions.get(module, ())}
    assert overlooked & used == set(), "take these out of DEP002 in pyproject.toml"
