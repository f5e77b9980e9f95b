# make match   reconcile the shipped example        make test    run the tests
# make check   lint and types                       Each makes .venv when it is missing.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: match test check clean

match: $(READY)
	@$(BIN)/pilotdiff match

test: $(READY)
	@$(BIN)/pytest

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamp is newer than what decides on the packages, so a second call installs nothing.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'pilotdiff needs Python 3.11 or newer: install it, or say which one: make PYTHON=python3.12' >&2; exit 2; }
	@test -x $(BIN)/python || { echo 'making .venv …' >&2; $(PYTHON) -m venv .venv; }
	@echo 'installing what pilotdiff needs …' >&2
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@
