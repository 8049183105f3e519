#compdef gitops
# Completion of gitops in zsh, made by: gitops completion zsh

_gitops() {
    local -a found described
    local suggestion
    found=("${(@f)$("${(Q)${~words[1]}}" '[complete]' "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    if [[ ${found[1]} == :paths ]]; then
        compset -P '--*='
        _files
        return
    fi
    for suggestion in $found; do
        if [[ $suggestion == *$'\t'* ]]; then
            described+=("${${suggestion%%$'\t'*}//:/\\:}:${suggestion#*$'\t'}")
        else
            described+=("${suggestion//:/\\:}")
        fi
    done
    (( $#described )) && _describe -V gitops described
}

# From a file on fpath, this is the body of the function; otherwise the file is read once.
if [[ ${funcstack[1]} == _gitops ]]; then
    _gitops "$@"
else
    compdef _gitops gitops
fi
