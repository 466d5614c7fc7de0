#!/usr/bin/env bash
# Make .venv and install a lock file and Samspil into it: tools/install.sh requirements.lock
# Installs nothing when that has been done and neither the lock nor pyproject.toml has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/common.sh

lock=$1
venv=.venv
done_with="$venv/.installed-${lock%.lock}"

usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if usable "$name"; then
            command -v "$name"
            return
        fi
    done
    stop "Samspil needs Python 3.11 or newer: sudo apt-get install python3 python3-venv"
}

make_venv() {
    local python package
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps the module in a package of its own.
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        install_packages "$package" ||
            stop "Python's venv module is missing: sudo apt-get install $package"
    fi
    say "Making $venv with $("$python" --version) …"
    "$python" -m venv "$venv"
}

usable "$venv/bin/python" || make_venv
fingerprint=$(cat "$lock" pyproject.toml | sha256sum)
if [ "$(cat "$done_with" 2>/dev/null)" != "$fingerprint" ]; then
    say "Installing what $lock lists (a minute or two the first time) …"
    pip_install() {
        "$venv/bin/python" -m pip -qq --disable-pip-version-check install "$@"
    }
    pip_install --require-hashes --requirement "$lock"
    # The build tool is in the lock, too, so nothing is fetched outside it. It warns at length of
    # what is meant here: the code is used where it lies.
    log=$(pip_install --no-deps --no-build-isolation --editable . 2>&1) || stop "$log"
    echo "$fingerprint" >"$done_with"
fi
