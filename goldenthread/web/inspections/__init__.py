"""Inspections: what reports judged, found and asked for, and what answers it."""
