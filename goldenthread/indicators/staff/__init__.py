"""Workers, caseloads, supervision and training."""
