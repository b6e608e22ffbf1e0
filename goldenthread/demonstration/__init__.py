"""The made-up council Aldermere: its documents, drawn here, and all that its people do with them."""
