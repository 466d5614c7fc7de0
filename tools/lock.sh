#!/usr/bin/env bash
# Write the lock files anew from pyproject.toml: `make lock`, or `make lock UPGRADE=1` for the
# newest versions. They hold for Python 3.11 to 3.13 on every system, with hashes, and name no host.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    local out=$1
    shift
    .venv/bin/uv pip compile pyproject.toml --quiet --no-config \
        --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-emit-package samspil \
        --custom-compile-command "make lock" ${UPGRADE:+--upgrade} \
        --output-file "$out" "$@"
    echo "$out: $(grep -c '==' "$out") packages"
}

[ -x .venv/bin/uv ] || .venv/bin/python -m pip install --quiet uv
compile requirements.lock --group build
compile requirements-server.lock --group build --extra server --extra postgresql \
    --constraint requirements.lock
compile requirements-dev.lock --group build --group dev --extra server --extra postgresql --extra evaluate \
    --constraint requirements-server.lock
