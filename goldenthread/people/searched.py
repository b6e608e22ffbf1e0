"""The texts of this room that a search finds."""

from goldenthread.people.searching import Indexed, register

register((Indexed("people_person", ("name",)),))
