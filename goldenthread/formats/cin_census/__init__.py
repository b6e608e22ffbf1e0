"""The children in need census, as the XML that every council sends to the DfE."""
