"""Containers of documents, one file a form: bytes in, layout out."""
