"""Static files under names that hold their own hash, once `collectstatic` has run."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedWhenCollected(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """The hashed name of a file, or its plain name while nothing has been collected.

    Tests and the development server collect nothing. Once collected, a file that is
    not in the list is an error, as usual.
    """

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name
