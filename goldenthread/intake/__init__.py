"""Proposals read from a document, confirmed by a person, and undone whole."""
