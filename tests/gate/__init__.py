"""Whether the gate holds when people work at once and try every way around it."""
