"""Governance: boards and meetings, agendas, minutes, decisions and agreed next steps."""
