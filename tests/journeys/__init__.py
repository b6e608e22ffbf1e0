"""What people do in the product, in a real browser."""
