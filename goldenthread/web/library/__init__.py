"""The library: what is looked up rather than worked on."""
