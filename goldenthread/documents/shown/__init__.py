"""What of a document is shown to a person: pictures of its pages, its parts, boxes of its cells."""
