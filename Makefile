# make run    set up, read the articles in seeds/, show their claims and the score
# make test   set up, check and test everything
# make check  lint, types, layers and rules (needs what `make test` installs)

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check clean

run: .venv/run
	@mkdir -p out
	$(BIN)/onrecord extract seeds -o - -o out/claims.jsonl -o out/claims.csv --format table
	@echo "To take away: out/claims.jsonl and out/claims.csv"
	$(BIN)/onrecord evaluate --headline

test: .venv/test check
	$(BIN)/pytest

check: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/onrecord rules check
	$(BIN)/onrecord rules test
	$(BIN)/onrecord baseline --check

.venv/run: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/test: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ .venv/run

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Onrecord needs Python 3.11 or newer: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python has no venv. Install it first: sudo apt install python3-venv (Debian, Ubuntu)"; exit 1; }
	$(PYTHON) -m venv .venv

clean:
	rm -rf .venv out build dist *.egg-info
