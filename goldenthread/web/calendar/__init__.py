"""The calendar of somebody's days, for programs that fetch it by a secret address."""
