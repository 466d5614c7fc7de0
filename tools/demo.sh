#!/usr/bin/env bash
# Show what Samspil does, on the made-up network, in the folder demo: suggestions, a map, a
# shortlist, then the pages. May be run again; what was changed on the pages stays.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/common.sh

port=${PORT:-8000}
bin=${BIN:-$PWD/.venv/bin}
who="Plejehjemmet Kvædehaven"

# Settings in this terminal belong to another installation.
for name in "${!SAMSPIL_@}"; do unset "$name"; done
export SAMSPIL_PUBLIC_URL=http://127.0.0.1:$port

mkdir -p "${DEMO:-demo}"
cd "${DEMO:-demo}"

"$bin/python" - "$port" <<'PYTHON' || stop "Port $port is in use. Choose another: make demo PORT=8080"
import socket, sys
try:
    socket.create_server(("127.0.0.1", int(sys.argv[1]))).close()
except OSError:
    sys.exit(1)
PYTHON

samspil() { "$bin/samspil" "$@"; }
value() { "$bin/python" -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]] or "")' "$1"; }

say "Loading the demo network …"
answer=$(samspil init --demo --format json)
link=$(value link <<<"$answer")

samspil suggest "$who" --top 5
samspil map map.html

# The same shortlist every time, unless somebody has removed it.
shortlist=$(cat shortlist.id 2>/dev/null || true)
if [ -z "$shortlist" ] || ! samspil shortlist export "$shortlist" shortlist.xlsx 2>/dev/null; then
    answer=$(samspil shortlist make "$who" --format json)
    shortlist=$(value id <<<"$answer")
    echo "$shortlist" >shortlist.id
    samspil shortlist export "$shortlist" shortlist.xlsx
fi

echo
if [ -n "$link" ]; then
    echo "Sign in once with this link: $link"
else
    echo "Sign in with your mail address and password: $SAMSPIL_PUBLIC_URL"
fi
exec "$bin/samspil" serve --port "$port"
