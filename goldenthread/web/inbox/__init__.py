"""Messages to the user who has signed in."""
