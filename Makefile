# make run: the dashboard.  make test: every check.  Both set up .venv first, and work offline once that is done.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501
SAMPLE := build/sample/manifest.json

.PHONY: run setup sample test lint types unit bench clean

run: $(SAMPLE)
	$(BIN)/streamlit run app.py --server.port $(PORT)

setup: .venv/ready

.venv/ready: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Mijhar needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

sample: $(SAMPLE)

# The embedded corpus follows its texts and everything that annotates them.
$(SAMPLE): .venv/ready $(shell find data lib -type f -not -name '*.pyc' -not -path '*/show/*' -not -path '*/draw/*' -not -path '*/ask/*')
	$(BIN)/python -m lib build data/sample/articles --out build/sample --workers 1

test: lint types unit

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

unit: $(SAMPLE)
	$(BIN)/pytest -n 2

bench: $(SAMPLE)
	$(BIN)/python -m tests.bench

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache
