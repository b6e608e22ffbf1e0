"""Makes proposals of one document in several forms comparable."""

import json


def without_places(proposal):
    """The proposal without what only one form can know."""
    copy = json.loads(json.dumps({k: v for k, v in proposal.items() if k != "sources"}))
    for part in copy.values():
        for thing in part if isinstance(part, list) else []:
            if isinstance(thing, dict):
                thing.pop("page", None)
    return copy
