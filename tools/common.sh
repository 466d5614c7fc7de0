# Shared by the scripts beside it: words for the terminal, and what may be installed here.

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

# The words to put before apt-get when system packages may be installed here without asking
# anybody: nothing for root, sudo when it needs no password. Fails when they may not.
may_install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        echo "env"
    elif sudo -n true 2>/dev/null; then
        echo "sudo -n env"
    else
        return 1
    fi
}

# Install Debian packages; fails when that is not allowed or does not succeed.
install_packages() {
    local as log
    as=$(may_install) || return 1
    say "Installing $* with apt-get …"
    log=$(mktemp)
    # The list of packages is old or empty on a fresh machine; one source that does not answer
    # need not matter.
    if $as DEBIAN_FRONTEND=noninteractive sh -c \
        'apt-get update -q; apt-get install -q -y --no-install-recommends "$@"' \
        sh "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 3 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# Whether Debian's archive holds the package itself: Ubuntu's is an empty one that asks for snap.
apt_has() {
    local as
    as=$(may_install) || return 1
    $as apt-get update -q >/dev/null 2>&1 || true
    apt-cache policy "$1" | grep -q '^ *Candidate: [0-9]' &&
        ! apt-cache policy "$1" | grep -q '^ *Candidate: .*snap'
}
