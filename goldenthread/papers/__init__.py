"""Papers for boards: a format-free document and its renderers."""
