"""The views of measures."""
