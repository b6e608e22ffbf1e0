"""The pages of people: the directory, accounts and roles, files to decide, the history."""
