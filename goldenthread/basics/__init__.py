"""Days, calendars, clocks, periods, deadline wording and errors: what every room above shares."""
