# Completion of gitops in bash, made by: gitops completion bash

_gitops() {
    local program=${1/#\~/$HOME} line=${COMP_LINE:0:COMP_POINT} words=() found=() current glued suggestion _
    read -ra words <<<"$line"
    [[ $line != *[[:space:]] ]] || words+=('')
    current=${words[${#words[@]} - 1]}
    # bash puts its own words in place of what follows the last = or : only.
    glued=${current%"${current##*[=:]}"}

    COMPREPLY=()
    while IFS=$'\t' read -r suggestion _; do
        [[ $suggestion != :paths ]] || return
        found+=("${suggestion#"$glued"}")
    done < <("$program" '[complete]' "${words[@]:1}" 2>/dev/null)
    COMPREPLY=(${found[@]+"${found[@]}"})
    # Without it, bash offers files where there is nothing to offer.
    compopt +o default 2>/dev/null || :
}

complete -o default -F _gitops gitops
