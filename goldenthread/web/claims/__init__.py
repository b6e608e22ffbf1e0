"""Claims waiting for evidence: what is reported and not checked, and who must act."""
