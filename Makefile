# `make serve` and `make test` set up what they need; a second run reinstalls nothing. `make help` lists everything.

PYTHON = .venv/bin/python
PYTEST = $(PYTHON) -m pytest
# One process runs a whole file, so that what its tests share is made once.
PARALLEL = -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: help serve dev site test test-fast proofs mutants bench coverage lint format handbooks usb directory lock clean browsers printing
.DELETE_ON_ERROR:

help:                                        ## list the commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

serve: .venv/ready node_modules/ready        ## build, then serve on 127.0.0.1:8000 or the next free port
	@$(PYTHON) -m macros serve

dev: .venv/ready node_modules/ready          ## serve, and show every change within seconds
	@$(PYTHON) -m macros dev

site: .venv/ready node_modules/ready         ## build into site/
	@$(PYTHON) -m macros build

test: .venv/ready node_modules/ready browsers printing ## every test but the slow proofs
	@$(PYTEST) $(PARALLEL) -m "not slow"
	@npm run --silent test:js

test-fast: .venv/ready node_modules/ready    ## the tests that need neither a browser nor a built site
	@$(PYTEST) -n 2 --ignore=tests/editions -m "not slow and not browser and not thorough"
	@npm run --silent test:js

proofs: .venv/ready node_modules/ready browsers printing ## slow: print and read back everything, open every page of the USB edition in Firefox
	@$(PYTEST) -m slow

mutants: .venv/ready                         ## mutation test of the incident rules: each is deleted and inverted, and a test must fail
	@$(PYTHON) -m tests.tools.mutants
	@$(PYTHON) -m tests.tools.incident.mutants

bench: .venv/ready node_modules/ready browsers printing ## measure the figures in the README, and fail if a target is missed
	@$(PYTHON) -m tests.bench

coverage: .venv/ready node_modules/ready browsers printing ## branch coverage by package, and fail below the targets
	@$(PYTEST) $(PARALLEL) -m "not slow" --cov=tools --cov=macros --cov-branch --cov-report=json:.cache/coverage.json
	@$(PYTHON) -m tests.coverage .cache/coverage.json

lint: .venv/ready node_modules/ready         ## check style, types, import direction, scripts and style sheets
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTHON) -m mypy --no-error-summary
	@mkdir -p .cache
	@.venv/bin/lint-imports > .cache/lint-imports.txt || { cat .cache/lint-imports.txt; exit 1; }
	@npm run --silent lint:js
	@npm run --silent lint:css

format: .venv/ready node_modules/ready       ## format Python, scripts and style sheets
	@$(PYTHON) -m ruff check --quiet --fix --select I .
	@$(PYTHON) -m ruff format --quiet .
	@npm run --silent format:js

handbooks: .venv/ready node_modules/ready printing ## handbooks, posters and cards as PDF, into dist/handbooks/
	@$(PYTHON) -m macros handbooks

usb: .venv/ready node_modules/ready          ## the edition for a USB stick, into dist/usb/ and dist/usb.zip
	@$(PYTHON) -m macros usb

directory: .venv/ready                       ## directory entries by time since their last check, and every error in them
	@$(PYTHON) -m macros directory

lock: .venv/ready                            ## update all versions and write the lock files
	@.ci/setup lock

clean:                                       ## delete what was built or cached
	@rm -rf site dist .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

.venv/ready: requirements.lock .ci/setup
	@.ci/setup python

node_modules/ready: package.json package-lock.json .npmrc
	@.ci/setup node

browsers: .venv/ready
	@.ci/setup browsers

printing: .venv/ready
	@.ci/setup printing
