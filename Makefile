# `make review` shows the review of the register here, `make test` runs the tests, `make check` runs every check of CI.
PYTHON ?= python3

BIN := .venv/bin
TO_RUN := .venv/to-run
TO_DEVELOP := .venv/to-develop
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PINS := uv pip compile pyproject.toml --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url --generate-hashes --upgrade

TO_MEASURE := .venv/to-measure

unexport PYTHONDONTWRITEBYTECODE # the tests start Python many times, and it would compile the program each time

.PHONY: review test thorough check lint coverage docs wheel bench pins clean

review: $(TO_RUN)
	@$(BIN)/govreg review --register register

test: $(TO_DEVELOP)
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

thorough: $(TO_DEVELOP) # the tests, with forty times as many examples of each property
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --hypothesis-profile thorough

check: lint coverage # every check of a change, and how much the tests cover

lint: $(TO_DEVELOP) # format, lint rules, types, import layers, and docs made from the code
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/make.py --check

coverage: $(TO_DEVELOP) # show how much the tests cover, for information: it never fails a check
	@$(BIN)/coverage run -m pytest --quiet --no-summary >/dev/null || true
	@$(BIN)/coverage json --quiet -o - | $(BIN)/python -c 'import json, sys; print("Branches covered by the tests: {percent_branches_covered_display} %".format(**json.load(sys.stdin)["totals"]))'

docs: $(TO_DEVELOP) # write the docs made from the code: pages in docs/, and the output shown in the README
	$(BIN)/python docs/make.py

wheel: $(TO_RUN) # build dist/govreg-*.whl, for pipx, pip or a release
	@rm -f dist/govreg-*.whl
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/govreg-*.whl

bench: $(TO_MEASURE) # compare speed and memory with similar programs, and write bench/results.md
	$(BIN)/python bench/run.py

pins: # choose the newest versions; needs uv
	$(PINS) --group build --output-file requirements.txt
	$(PINS) --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(PINS) --group build --group dev --group bench --constraint requirements-dev.txt --output-file bench/requirements.txt
	sed -i.old '/additional_dependencies:/q' .pre-commit-hooks.yaml && rm .pre-commit-hooks.yaml.old
	sed -n 's/^\([a-z].*[^ ]\) *\\$$/    - \1/p' requirements.txt >> .pre-commit-hooks.yaml

$(TO_RUN): requirements.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name one: make review PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "govreg needs Python 3.11 or newer; $(PYTHON) is older. Install one and name it: make review PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Installing into .venv, once ..." >&2
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TO_MEASURE): $(TO_DEVELOP) bench/requirements.txt
	@$(PIP) install --require-hashes --requirement bench/requirements.txt
	@touch $@

$(TO_DEVELOP): $(TO_RUN) requirements-dev.txt
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
