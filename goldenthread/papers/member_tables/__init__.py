"""The action report to members: tables A to E, in which each action stands once."""
