"""The views of boards and meetings."""
