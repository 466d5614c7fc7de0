#!/usr/bin/env bash
# Run the tests, a worker to each core; arguments go to pytest. Needs requirements-dev.lock.
set -euo pipefail
cd "$(dirname "$0")/.."

if SAMSPIL_TEST_BROWSER=$(.venv/bin/python -m tools.browser); then
    export SAMSPIL_TEST_BROWSER
else
    unset SAMSPIL_TEST_BROWSER
fi
# More than eight workers would each start a browser and a database for a few tests.
workers=$(nproc)
exec .venv/bin/python -m pytest -n $((workers < 8 ? workers : 8)) --dist worksteal "$@"
