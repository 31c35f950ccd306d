"""Official lists of journeys and offices: their rows, their coverage, and their import."""

from registan.registers.catalogue import (
    ImportResult,
    RegisterSummary,
    import_register,
    list_registers,
    show_register,
    summarise_own,
)
from registan.registers.coverage import load_coverage
from registan.registers.description import OwnOffice
from registan.registers.own import (
    OwnRegister,
    add_register,
    combine_registers,
    load_own,
    remove_register,
)
from registan.registers.table import load_terms, load_visits

__all__ = [
    "ImportResult",
    "OwnOffice",
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
    "remove_register",
    "show_register",
    "summarise_own",
]
