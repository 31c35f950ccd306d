"""The record: merging what several reports tell into events."""

from registan.record.merge import merge_reports

__all__ = ["merge_reports"]
