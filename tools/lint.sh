#!/usr/bin/env bash
# Style, types, the direction of imports, translations: all of them, also when one fails.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=()
check() {
    local name=$1
    shift
    echo "── $name"
    "$@" || failed+=("$name")
}

bin=.venv/bin
check "ruff: style" $bin/ruff check --quiet .
check "ruff: format" $bin/ruff format --check --quiet .
check "mypy: types" $bin/mypy --no-error-summary
check "import-linter: who may import what" $bin/lint-imports --no-logo
check "translations: up to date" $bin/python -m tools.translations --check

if [ ${#failed[@]} -gt 0 ]; then
    printf 'Failed: %s\n' "${failed[@]}" >&2
    exit 1
fi
