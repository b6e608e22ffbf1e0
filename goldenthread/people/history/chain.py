"""The digests of values and the hashes of lines. Both are keyed outside the database."""

import hashlib
import hmac
import json
from datetime import UTC
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from goldenthread.people.models.history import HistoryLine


def as_text(value: Any) -> str:
    """A value as the JSON that is kept and digested, the same for equal values."""
    return json.dumps(
        value, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def digest(*, key: str, text: str, salt: str) -> str:
    """The salted digest of one value; `key` is its name within the line."""
    return _keyed("value", [salt, key, text])


def hash_of(line: HistoryLine, chain: UUID) -> str:
    """The hash of a line over all that it says and the hash of the line before it."""
    return _keyed(
        "line",
        [
            str(chain),
            line.number,
            line.at.astimezone(UTC).isoformat(timespec="microseconds"),
            line.by_id,
            line.authority_id,
            line.verb,
            line.thing_type,
            line.thing_id,
            sorted(line.digests.items()),
            line.previous,
        ],
    )


def _keyed(purpose: str, parts: list[Any]) -> str:
    message = f"{purpose}\n{as_text(parts)}".encode()
    return hmac.new(settings.HISTORY_KEY.encode(), message, hashlib.sha256).hexdigest()
