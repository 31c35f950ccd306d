# Two commands do everything: `make demo` and `make test`. Each makes .venv where it is missing and
# brings it up to date when pyproject.toml has changed; otherwise it is reused as it is.

PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test lint eval model clean
.DEFAULT_GOAL := demo

demo: .venv/installed  ## read and check the example article
	$(BIN)/registan check examples/artikel.de.txt

test: .venv/tests-installed lint eval  ## everything that has to hold
	$(BIN)/python -m pytest

lint: .venv/tests-installed
	$(BIN)/ruff check registan tests eval bench training
	$(BIN)/ruff format --check registan tests eval bench training
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache

eval: .venv/tests-installed  ## the pinned floors on labelled cases, where the cases are at hand
	@if [ -d "$(SHARED)/eval" ]; then \
		$(BIN)/python -m eval "$(SHARED)/eval"; \
	else \
		echo "No labelled cases at $(SHARED)/eval: the floors are not measured here."; \
	fi

model:  ## rebuild the syntax model from the trees (hours; goes on where it was stopped)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[training]'
	$(BIN)/python -m training --trees "$(SHARED)/treebanks"

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Registan needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/tests-installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch .venv/installed $@

clean:  ## forget the environment and all caches
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
