"""Rebuild the shipped tables: python -m registan.registers FOLDER [OUT]."""

from __future__ import annotations

import sys
from pathlib import Path

from registan.errors import RegistanError
from registan.registers.importer import import_all, write_all


def main(arguments: list[str]) -> int:
    """Import the downloads in the folder named first; the tables go to the second, or data/."""
    if len(arguments) not in (1, 2):
        print("Usage: python -m registan.registers FOLDER [OUT]", file=sys.stderr)
        return 1
    out = Path(arguments[1]) if len(arguments) == 2 else Path(__file__).parent / "data"
    try:
        tables = import_all(Path(arguments[0]))
    except RegistanError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    write_all(tables, out)
    print(f"{tables.visits.num_rows} visits, {tables.terms.num_rows} terms -> {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
