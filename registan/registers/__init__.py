"""Official lists of journeys and offices: their rows, what they cover, and how they are imported."""

from registan.registers.table import load_terms, load_visits

__all__ = ["load_terms", "load_visits"]
