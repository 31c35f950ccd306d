"""Registan reads news about diplomacy and checks its claims of precedent against registers."""

__version__ = "0.1.0"
__all__ = ["__version__"]
