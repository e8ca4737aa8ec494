# Two commands do everything: `make run` and `make test`. Python 3.11 or newer is all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready-$(shell sha256sum requirements/all.lock | cut -c1-12)

.PHONY: run test soak tour words bench lock clean

run: $(READY)
	@$(BIN)/python -m config.demo

$(READY): requirements/all.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Zuil needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/all.lock
	@rm -f $(VENV)/.ready-*
	@touch $@

# Tests start hundreds of processes: what is compiled is kept, also where it is not by default.
test soak tour: export PYTHONDONTWRITEBYTECODE =

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not soak"

soak: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal -m soak

tour: $(READY)
	$(BIN)/python -m tests.tour

# Every text that a visitor might not understand or not see whole; BUNDLE=folder for another one.
words: $(READY)
	$(BIN)/python -m config.words $(BUNDLE)

bench: $(READY)
	$(BIN)/python -m benchmarks

# Makes the lock files anew from pyproject.toml; needs uv.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra kiosk pyproject.toml -o requirements/kiosk.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra kiosk --extra kiosk-hardware pyproject.toml -o requirements/kiosk-hardware.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra desk pyproject.toml -o requirements/desk.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra kiosk --extra desk --extra oidc --extra test --extra words pyproject.toml -o requirements/all.lock

clean:
	rm -rf $(VENV) var build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
