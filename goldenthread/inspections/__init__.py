"""Frameworks, inspections, judgements, findings, recommendations and statutory deadlines."""
