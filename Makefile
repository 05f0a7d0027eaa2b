# Two commands: `make serve` and `make test`. Each sets up what it needs; a second run reinstalls nothing.

PYTHON = .venv/bin/python

.PHONY: serve site usb test bench mutants lock browsers
.DELETE_ON_ERROR:

serve: .venv/ready node_modules/ready        ## build, then serve on 127.0.0.1:8000 or the next free port
	@$(PYTHON) -m macros.serve

site: .venv/ready node_modules/ready         ## build into site/
	@$(PYTHON) -m macros.build

usb: .venv/ready node_modules/ready          ## the edition on a stick, into dist/usb/ and dist/usb.zip
	@$(PYTHON) -m macros.usb

test: .venv/ready node_modules/ready browsers ## everything that must hold
	@$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

bench: .venv/ready node_modules/ready browsers ## the figures in the README, measured here and now
	@$(PYTHON) -m tests.bench

mutants: .venv/ready                         ## each incident rule taken away and turned round: something must notice
	@$(PYTHON) -m tests.tools.mutants

lock: .venv/ready                            ## choose versions anew and write the lock files
	@.ci/setup lock

.venv/ready: requirements.lock .ci/setup
	@.ci/setup python

node_modules/ready: package.json package-lock.json .npmrc
	@.ci/setup node

browsers: .venv/ready
	@.ci/setup browsers
