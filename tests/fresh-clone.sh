#!/usr/bin/env bash
# The commands of the README on a fresh clone of what is committed here, with an empty home and an empty NuGet cache.
#   tests/fresh-clone.sh         the demo, twice
#   tests/fresh-clone.sh --all   ./test as well; its parts go into the empty home, which takes a while
#
# Nothing is written but a temporary folder, which goes at the end. It needs the sources of packages that dotnet restore
# uses: those of the machine's NuGet.Config count (NUGET_CONFIG names another), since an empty home has none.
set -euo pipefail

case "${1:-}" in
    '' | --all) ;;
    *) echo "usage: ${0##*/} [--all]" >&2; exit 2 ;;
esac

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
nuget=${NUGET_CONFIG:-$HOME/.nuget/NuGet/NuGet.Config}
place=$(mktemp -d "${TMPDIR:-/tmp}/gitops-fresh.XXXXXX")
trap 'chmod -R u+w "$place"; rm -rf "$place"' EXIT

say() { printf 'fresh-clone: %s\n' "$*"; }

# What a login shell has, and addresses and certificates of proxies; neither tokens nor settings of this project.
fresh() {
    local kept=() name
    for name in PATH LANG DOTNET_ROOT HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR; do
        [[ -z ${!name:-} ]] || kept+=("$name=${!name}")
    done
    env -i "${kept[@]}" HOME="$place/home" NUGET_PACKAGES="$place/packages" TMPDIR="$place/tmp" \
        DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 "$@"
}

mkdir -p "$place/home" "$place/packages" "$place/tmp"
if [[ -f $nuget ]]; then
    mkdir -p "$place/home/.nuget/NuGet"
    cp "$nuget" "$place/home/.nuget/NuGet/NuGet.Config"
fi

commit=$(git -C "$here" rev-parse HEAD)
say "cloning $commit"
git clone --quiet --no-local "$here" "$place/clone"
git -C "$place/clone" -c advice.detachedHead=false checkout --quiet "$commit"
cd "$place/clone"

for round in first second; do
    say "dotnet run --project actions/GitOpsTasks.Cli -- demo ($round time)"
    started=$SECONDS
    fresh dotnet run --project actions/GitOpsTasks.Cli -- demo >"$place/$round" 2>&1 </dev/null || {
        status=$?
        cat "$place/$round"
        say "ended with exit code $status"
        exit 1
    }
    say "exit code 0 after $((SECONDS - started)) s; last line: $(grep -v '^[[:space:]]*$' "$place/$round" | tail -n 1)"
    find gitops-demo -path '*/.git' -prune -o -type f -print0 | sort -z | xargs -0 sha256sum >"$place/$round.files"
    git -C gitops-demo/config.git for-each-ref >"$place/$round.refs"
done
[[ -s $place/first.files ]] || { say 'the demo wrote no files'; exit 1; }
diff "$place/first.files" "$place/second.files" || { say 'the second run changed files'; exit 1; }
diff "$place/first.refs" "$place/second.refs" || { say 'the second run changed refs'; exit 1; }
say "the second run changed nothing of $(wc -l <"$place/first.files") files"
[[ -z $(git status --porcelain --untracked-files=no) ]] || { say 'the clone has changed'; exit 1; }

if [[ ${1:-} == --all ]]; then
    say './test'
    fresh ./test </dev/null
fi
say 'done'
