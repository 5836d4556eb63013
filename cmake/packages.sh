# packages.sh: installs the Debian packages that are missing; read by scenarios/demo.sh and tests/run.sh.
#
#   . cmake/packages.sh
#   wp_install_packages build            what a release build needs
#   wp_install_packages build test       what the tests need besides
#
# Asks for root (or sudo) and for the network only when something is missing.

# The names of one set of packages, on standard output; unquoted lists of words on purpose.
wp_packages() {
    case $1 in
    build)
        echo gcc libc6-dev cmake ninja-build pkg-config gettext
        echo libglpk-dev libcsv-dev libiniparser-dev libjansson-dev nettle-dev uthash-dev
        echo libxlsxwriter-dev zlib1g-dev libical-dev
        ;;
    test)
        echo clang clang-tidy clang-format libclang-rt-14-dev valgrind libcmocka-dev
        echo glpk-utils coinor-cbc python3 groff-base chromium libreoffice-calc-nogui parallel slurm-wlm munge
        ;;
    *)
        echo "packages.sh: no set of packages is called $1" >&2
        return 1
        ;;
    esac
}

# True if the package is installed, under its own name or as a package that provides it.
wp_has_package() {
    dpkg-query --show --showformat='${db:Status-Status} ${Package} ${Provides}\n' 2>/dev/null |
        grep -Eq "^installed (.* )?$1([ ,:(]|\$)"
}

# Those of the named sets that are missing, on standard output.
wp_missing_packages() {
    for wp_set in "$@"; do
        wp_names=$(wp_packages "$wp_set") || return 1
        for wp_name in $wp_names; do
            wp_has_package "$wp_name" || echo "$wp_name"
        done
    done
}

# Installs what is missing of the named sets. Not 0 if something is missing and could not be installed.
wp_install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is not a Debian system; please install by its own means what these Debian packages bring:" >&2
        for wp_set in "$@"; do
            wp_packages "$wp_set" >&2 || return 1
        done
        return 0
    fi

    wp_missing=$(wp_missing_packages "$@") || return 1
    [ -n "$wp_missing" ] || return 0
    wp_missing=$(echo $wp_missing)

    if [ "$(id -u)" -eq 0 ]; then
        wp_as_root=
    elif command -v sudo >/dev/null; then
        wp_as_root=sudo
    else
        echo "These Debian packages are missing, and installing them needs root or sudo:" >&2
        echo "    $wp_missing" >&2
        echo "Please have somebody run: apt-get install $wp_missing" >&2
        return 1
    fi

    echo "Installing $wp_missing"
    wp_log=$(mktemp) || return 1
    if $wp_as_root apt-get -o Acquire::Retries=3 update >"$wp_log" 2>&1 &&
        $wp_as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
            install --yes --no-install-recommends $wp_missing >"$wp_log" 2>&1; then
        rm -f "$wp_log"
        return 0
    fi
    tail -n 20 "$wp_log" >&2
    rm -f "$wp_log"
    echo "The packages could not be installed: $wp_missing" >&2
    return 1
}
