"""The return on children looked after, SSDA903, as its CSV set or as XML."""
