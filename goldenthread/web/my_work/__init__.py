"""My work: everything that waits for the person who has signed in."""
