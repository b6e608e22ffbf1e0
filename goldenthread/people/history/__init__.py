"""What was done, by whom and why: adding a line, reading lines, proving that none was touched."""

from goldenthread.people.history.reading import Change, Entry, history_of
from goldenthread.people.history.recording import Done, head, held_head, record, record_all

__all__ = ["Change", "Done", "Entry", "head", "held_head", "history_of", "record", "record_all"]
