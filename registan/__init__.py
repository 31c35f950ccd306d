"""Registan reads news about diplomacy and checks its claims of precedent against registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from registan.checker import check, judge, read
    from registan.record.store import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "check", "judge", "read"]


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for: nothing happens at import."""
    if name in {"check", "judge", "read"}:
        from registan import checker

        return getattr(checker, name)
    if name == "Record":
        from registan.record import store

        return store.Record
    raise AttributeError(f"module 'registan' has no attribute {name!r}")
