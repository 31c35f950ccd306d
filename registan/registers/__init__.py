"""Official lists of journeys and offices: their rows, their coverage, and their import."""

from registan.registers.catalogue import (
    ImportResult,
    RegisterSummary,
    import_register,
    list_registers,
    show_register,
)
from registan.registers.coverage import load_coverage
from registan.registers.own import OwnRegister, add_register, combine_registers, load_own
from registan.registers.table import load_terms, load_visits

__all__ = [
    "ImportResult",
    "OwnRegister",
    "RegisterSummary",
    "add_register",
    "combine_registers",
    "import_register",
    "list_registers",
    "load_coverage",
    "load_own",
    "load_terms",
    "load_visits",
    "show_register",
]
