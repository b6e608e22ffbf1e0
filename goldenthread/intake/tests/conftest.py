"""Documents of Aldermere on their way in."""

import pytest

from goldenthread.intake.tests.factories import Desk


@pytest.fixture
def desk(cast, settings, tmp_path):
    """Alice's desk: what she brings in is stored in a folder of the test and read at once."""
    settings.FILES_DIR = str(tmp_path / "files")
    return Desk(cast)
