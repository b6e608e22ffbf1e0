"""The scenarios of the domain, through the doors that people use: on made documents, then on real."""
