# make demo    try Samspil: install it here, load the demo network, serve it
# make test    install all that the tests need, and run them
# make coverage    the tests, and which lines none of them reaches
# make lint    style, types, the direction of imports, translations
# make lock    write the lock files anew (UPGRADE=1: with the newest versions)
# make translations    gather the texts, bring the catalogues up to date and compile them
#
# PYTHON=python3.12   the Python to make .venv with
# PORT=8080           where make demo serves
# ARGS="-k map"       what make test passes on to pytest

SHELL := /bin/bash
PORT ?= 8000
ARGS ?=
BIN := .venv/bin
export PYTHON

.PHONY: help demo test coverage lint lock translations installed installed-dev

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -n 10

installed:
	@tools/install.sh requirements.lock

installed-dev:
	@tools/install.sh requirements-dev.lock

demo: installed
	@PORT=$(PORT) tools/demo.sh

test: installed-dev
	@tools/test.sh $(ARGS)

# Which lines no test reaches; a quarter slower than the tests alone.
coverage: installed-dev
	@tools/test.sh --cov --cov-report=term $(ARGS)

lint: installed-dev
	@tools/lint.sh

lock: installed
	@UPGRADE=$(UPGRADE) tools/lock.sh

translations: installed-dev
	@$(BIN)/python -m tools.translations
