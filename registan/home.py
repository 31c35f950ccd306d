"""Home: the folder in which Registan keeps what is the user's own (registers, the record)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

HOME_VARIABLE = "REGISTAN_HOME"


def user_home(environment: Mapping[str, str] | None = None) -> Path:
    """Give the user's folder: REGISTAN_HOME where it is set, else the platform's usual place.

    Linux: $XDG_DATA_HOME or ~/.local/share, macOS: ~/Library/Application Support, Windows:
    %LOCALAPPDATA%; there the folder `registan`. Nothing is made.
    """
    known = os.environ if environment is None else environment
    if known.get(HOME_VARIABLE):
        return Path(known[HOME_VARIABLE]).expanduser()
    return _platform_folder(known) / "registan"


def _platform_folder(known: Mapping[str, str]) -> Path:
    if sys.platform == "win32" and known.get("LOCALAPPDATA"):
        return Path(known["LOCALAPPDATA"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(known.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def register_home(environment: Mapping[str, str] | None = None) -> Path:
    """Give the folder of the user's own registers."""
    return user_home(environment) / "registers"
