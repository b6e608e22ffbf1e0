"""Reading as a whole: the choice between the kinds, and files read in processes of their own."""
