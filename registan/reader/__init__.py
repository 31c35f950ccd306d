"""A document in, reports and claims out."""
