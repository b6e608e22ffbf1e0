"""Made councils: children who never lived, with histories as councils have them."""
