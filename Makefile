# The commands of this repository. `make help` lists them.
.PHONY: help setup run test check sheet bench clean
PORT ?= 8000
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1
# Compiled once and kept: a second start takes half the time.
unexport PYTHONDONTWRITEBYTECODE

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

setup: ## install everything that the site needs into .venv
	@bin/bootstrap platform

run: setup ## try Alongside here, with the worked example, on 127.0.0.1:8000 (PORT=8001 for another)
	@ALONGSIDE_MODE=demo PORT=$(PORT) exec .venv/bin/alongside serve

test: ## run every test, in a real browser and on both databases
	@bin/bootstrap dev && bin/test

check: ## format, lint, types, contracts and the repository's own rules
	@bin/bootstrap dev && bin/check

sheet: ## every page as pictures, in sheet/
	@bin/bootstrap dev && ALONGSIDE_MODE=test .venv/bin/python -m tests.sheet

bench: ## measure speed, as bench/README.md explains
	@bin/bootstrap dev && .venv/bin/python -m bench

clean: ## remove what was installed and made, the database of `make run` included
	rm -rf .venv .run sheet .pytest_cache .mypy_cache .ruff_cache .import_linter_cache alongside.egg-info
