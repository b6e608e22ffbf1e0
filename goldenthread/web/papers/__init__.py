"""The papers of a plan: looked at as they will print, and taken away in each form."""
