# make match   reconcile the shipped example        make test      run the tests
# make check   lint and types                       make quick     the tests near the code, in seconds
# make messages   bring the translations up to date make coverage  most tests, and what they reach
# make recognition   bring what reads scans and photographs
# make frames        bring pandas, polars and pyarrow
# make site          make the pages of docs/ into build/site
# make lowest  the tests with the lowest versions that pyproject.toml names, in build/lowest
# make pins    choose versions anew and note the hashes of their files (needs uv)
# Each makes .venv when it is missing: match with what running needs, the others with the developers' packages.
PYTHON ?= python3
BIN := .venv/bin
RUNNING := .venv/.running
READY := .venv/.ready
PATTERNS := .venv/.patterns
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Each file of a package is checked against the hashes that requirements/ holds.
CHECKED := $(PIP) --require-hashes --only-binary :all: --requirement
# So much of all branches do the tests reach that no bound of time or memory ends; a change that
# reaches less says why.
FLOOR := 92

.PHONY: match test lowest quick coverage check messages recognition frames site pins clean

match: $(RUNNING) $(PATTERNS)
	@$(BIN)/pilotdiff match

# A core a file of tests: what a file makes once for its tests is made once.
test: $(READY) $(PATTERNS)
	@$(BIN)/pytest -n auto --dist loadfile

quick: $(READY)
	@HYPOTHESIS_PROFILE=quick $(BIN)/pytest -n auto -m 'not (slow or process or browser or docs or wheel)'

# With what a user has who brings nothing newer than must be; TESTS="-m 'not browser'" leaves some out.
LOWEST := build/lowest/bin
lowest:
	@test -x $(LOWEST)/python || $(PYTHON) -m venv build/lowest
	@$(LOWEST)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
	  --requirement requirements/lowest.txt
	@$(LOWEST)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(LOWEST)/pytest $(TESTS)

coverage: $(READY)
	@mkdir -p build
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n auto --dist loadfile -m 'not (slow or browser or docs or wheel)'
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report --fail-under=$(FLOOR) --format=total

check: $(READY) $(PATTERNS)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy tests bench packaging/pack_patterns.py
	@$(BIN)/vulture

# The texts are found by the functions that take them; --no-location keeps the diffs small.
messages: $(READY)
	@mkdir -p build
	@$(BIN)/pybabel -q extract -F babel.cfg --no-default-keywords -k msg -k msgs:1,2 -k words -k number:1,2 \
	  -k UserError -k refuse --no-location --sort-output -o build/pilotdiff.pot .
	@$(BIN)/pybabel -q update -D pilotdiff -l zh --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date --width 100 -i build/pilotdiff.pot -d src/pilotdiff/language/locale
	@$(BIN)/pybabel -q compile -D pilotdiff -d src/pilotdiff/language/locale

recognition: $(READY)
	@echo 'bringing text recognition (about 300 MB; some minutes) …' >&2
	@$(CHECKED) requirements/recognition.txt

frames: $(READY)
	@echo 'bringing pandas, polars and pyarrow (about 300 MB; a minute) …' >&2
	@$(CHECKED) requirements/frames.txt

# Both languages, with a search; what is made asks for nothing on the network.
site: $(RUNNING)
	@$(CHECKED) requirements/site.txt
	@$(BIN)/mkdocs build --quiet --strict
	@echo 'build/site/index.html'

# Versions stay as they are while they fit; delete a line to have the newest.
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

pins:
	@$(COMPILE) pyproject.toml requirements/building.in -o requirements/running.txt
	@$(COMPILE) --extra dev -c requirements/running.txt pyproject.toml requirements/building.in -o requirements/developing.txt
	@$(COMPILE) --extra dev --resolution lowest-direct pyproject.toml requirements/building.in -o requirements/lowest.txt
	@$(COMPILE) --extra ocr -c requirements/running.txt pyproject.toml requirements/building.in -o requirements/recognition.txt
	@$(COMPILE) --extra site -c requirements/developing.txt pyproject.toml requirements/building.in -o requirements/site.txt
	@$(COMPILE) --extra pandas --extra polars --extra arrow -c requirements/recognition.txt pyproject.toml requirements/building.in -o requirements/frames.txt

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*

# The stamps are newer than what decides on the packages, so a second call installs nothing.
SOURCES := pyproject.toml hatch_build.py $(wildcard requirements/*.txt) $(wildcard src/pilotdiff/language/locale/*/*/*.po)

$(RUNNING): $(SOURCES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'pilotdiff needs Python 3.11 or newer: install it, or say which one: make PYTHON=python3.12' >&2; exit 2; }
	@test -x $(BIN)/python || { echo 'making .venv …' >&2; $(PYTHON) -m venv .venv; }
	@echo 'installing what pilotdiff needs to run into .venv (some 70 MB, half a minute; once only) …' >&2
	@$(CHECKED) requirements/running.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

# What is compiled of a source that has changed since is not used: this only keeps starts short.
$(PATTERNS): $(RUNNING) packaging/pack_patterns.py $(shell find src -name '*.py')
	@$(BIN)/python packaging/pack_patterns.py
	@touch $@

$(READY): $(RUNNING)
	@echo "bringing the developers' packages (some 250 MB, a minute or two; once only) …" >&2
	@$(CHECKED) requirements/developing.txt
	@touch $@
