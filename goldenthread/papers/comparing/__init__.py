"""Comparing a paper that somebody finished in Word with the frozen one, figure by figure."""
