"""Rebuild the shipped world data from its sources (development only)."""
