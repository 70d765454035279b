# `make run` starts the dashboard, `make test` checks everything. Both make `.venv` first; nothing needs root but the
# browser that `make test` may install. On Windows see "Without make" in README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export STREAMLIT_BROWSER_GATHER_USAGE_STATS := false
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test lint train bench screenshots lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dashlib needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/.runtime ## parse the demo articles if the store is new, start the dashboard, print its address
	$(BIN)/dashlib serve

test: $(VENV)/.dev ## ruff, mypy, unit, property, app and browser tests
	$(BIN)/python tests/browser/provide.py
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/.dev ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

train: $(VENV)/.dev ## train the judge anew from data/training (needs torch, under an hour on two cores)
	$(BIN)/python -m pip install --quiet ".[train]"
	$(BIN)/python -m dashlib.training.train

bench: $(VENV)/.dev ## the figures of docs/performance.md, as ratios of one run
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.dev ## take the pictures of the README anew
	$(BIN)/python tests/browser/provide.py
	$(BIN)/python -m tests.browser.screenshots

lock: $(VENV)/.dev ## resolve the requirements anew (hashes only, no addresses)
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --extra build pyproject.toml -o requirements.lock
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --extra build --extra dev pyproject.toml -o requirements-dev.lock

clean: ## remove the environment, the store and the caches
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
