"""Evidence: the library, a piece of it with its versions, and checking it."""
