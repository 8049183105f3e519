# Completion of gitops in fish, made by: gitops completion fish

function __gitops_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    test -n "$current"; or set current ''
    set -l program $words[1]
    set -e words[1]
    set -l found ($program '[complete]' $words "$current" 2>/dev/null)
    if test "$found[1]" = :paths
        set -l option (string match -r -- '^--[^=]*=' "$current")
        set -l paths (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current"))
        printf '%s\n' "$option"$paths
    else if set -q found[1]
        printf '%s\n' $found
    end
end

complete -c gitops -f -a '(__gitops_complete)'
