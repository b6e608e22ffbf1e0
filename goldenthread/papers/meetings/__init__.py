"""Papers of a meeting: its agenda and its minutes; a new one is one line here."""

from collections.abc import Mapping

from goldenthread.papers.meetings import agenda, minutes
from goldenthread.papers.meetings.building import Build

PAPERS: Mapping[str, Build] = {"agenda": agenda.build, "minutes": minutes.build}
