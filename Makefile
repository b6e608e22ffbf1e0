# Each target is thin: it calls a tool that can be called by hand.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test check fix journeys disable sizes assets lock bench

setup: .venv/ready

.venv/ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch .venv/ready

# The made-up council, made once and then served on this machine.
demo: setup
	$(BIN)/goldenthread demo

# What a deployment sets, so that Django's own deployment check has something to say.
DEPLOYED := GOLDENTHREAD_HTTPS=1 GOLDENTHREAD_HOSTS=plan.example.gov.uk
# The checks read the settings, which make a data folder: not the one in use.
CHECKED := GOLDENTHREAD_DATA=build/checked
TEMPLATES = find goldenthread -path '*/templates/*' -name '*.html'

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(CHECKED) $(BIN)/mypy goldenthread
	$(BIN)/lint-imports
	$(CHECKED) $(BIN)/python manage.py makemigrations --check --dry-run
	$(CHECKED) $(DEPLOYED) $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/deptry .
	$(TEMPLATES) | xargs -r $(BIN)/djade --check
	$(TEMPLATES) | xargs -r $(BIN)/djlint --lint --quiet

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(TEMPLATES) | xargs -r $(BIN)/djade

test: check
	$(BIN)/python -m tools.run_tests

journeys: setup
	$(BIN)/python -m pytest -m journey

# Twenty implemented rows of docs/traceability.csv: does each test fail when its verb is gone?
disable: setup
	$(BIN)/python -m tools.disable_and_see --rows 20

# The longest files; tests/whole stops at 450 lines.
sizes:
	@git ls-files '*.py' | grep -v -e /migrations/ -e tests/ | xargs wc -l | sort -rn | sed -n 2,16p

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.lock requirements-dev.in -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.lock requirements-spark.in -o requirements-spark.lock

# Builds the committed css and js under vendor/; the only target that needs node.
assets:
	npm ci --ignore-scripts
	npm run --silent build
