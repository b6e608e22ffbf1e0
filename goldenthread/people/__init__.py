"""Authorities, users, roles, what each may see, history and the job table."""
