"""The commands of goldenthread."""
