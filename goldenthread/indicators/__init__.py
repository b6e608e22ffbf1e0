"""The indicators: one file each, who is counted apart from whether it is met."""
