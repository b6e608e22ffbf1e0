"""What figures over time say and do not say: charts, signals, colours, revisions; pure rules."""
