# Two commands: `make serve` and `make test`. Each sets up what it needs; a second run reinstalls nothing.

PYTHON = .venv/bin/python

.PHONY: serve site handbooks usb directory test proofs bench mutants lock browsers printing
.DELETE_ON_ERROR:

serve: .venv/ready node_modules/ready        ## build, then serve on 127.0.0.1:8000 or the next free port
	@$(PYTHON) -m macros.publish_.serve

site: .venv/ready node_modules/ready         ## build into site/
	@$(PYTHON) -m macros.publish_.build

handbooks: .venv/ready node_modules/ready printing ## handbooks, posters and cards as PDF, into dist/handbooks/
	@$(PYTHON) -m macros handbooks

usb: .venv/ready node_modules/ready          ## the edition on a stick, into dist/usb/ and dist/usb.zip
	@$(PYTHON) -m macros usb

directory: .venv/ready                       ## entries of the directory by time since last check, and what is wrong with any
	@$(PYTHON) -m macros directory

test: .venv/ready node_modules/ready browsers printing ## everything that must hold, but for what takes long: proofs and mutants
	@$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

proofs: .venv/ready node_modules/ready browsers printing ## what takes long: everything printed made and read back, the whole stick in Firefox
	@$(PYTHON) -m pytest -m slow

bench: .venv/ready node_modules/ready browsers printing ## the figures in the README, measured here and now
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

printing: .venv/ready
	@.ci/setup printing
