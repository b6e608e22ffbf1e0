"""Enquiries, conferences, plans, visits, pre-proceedings."""
