# make match   reconcile the shipped example        make test    run the tests
# make check   lint and types                       make messages   bring the translations up to date
# Each makes .venv when it is missing.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

# make recognition   bring what reads scans and photographs
.PHONY: match test check messages recognition clean

match: $(READY)
	@$(BIN)/pilotdiff match

test: $(READY)
	@$(BIN)/pytest

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# The texts are found by the functions that take them; --no-location keeps the diffs small.
messages: $(READY)
	@mkdir -p build
	@$(BIN)/pybabel -q extract -F babel.cfg --no-default-keywords -k msg -k msgs:1,2 -k words -k number:1,2 \
	  -k UserError -k refuse --no-location --sort-output -o build/pilotdiff.pot .
	@$(BIN)/pybabel -q update -D pilotdiff -l zh --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date --width 100 -i build/pilotdiff.pot -d src/pilotdiff/language/locale
	@$(BIN)/pybabel -q compile -D pilotdiff -d src/pilotdiff/language/locale

recognition: $(READY)
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[ocr]'

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamp is newer than what decides on the packages, so a second call installs nothing.
$(READY): pyproject.toml constraints.txt hatch_build.py $(wildcard src/pilotdiff/language/locale/*/*/*.po)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'pilotdiff needs Python 3.11 or newer: install it, or say which one: make PYTHON=python3.12' >&2; exit 2; }
	@test -x $(BIN)/python || { echo 'making .venv …' >&2; $(PYTHON) -m venv .venv; }
	@echo 'installing what pilotdiff needs …' >&2
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@
