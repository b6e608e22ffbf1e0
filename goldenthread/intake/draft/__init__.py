"""The draft of an import: pure functions that give a new draft and never change the one given."""
