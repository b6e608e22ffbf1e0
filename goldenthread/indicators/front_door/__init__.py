"""From the contact to the assessment."""
