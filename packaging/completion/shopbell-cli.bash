# SPDX-FileCopyrightText: Shopbell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Words for shopbell-cli in bash, as the program's own --help tells them, so that they are never out of date.
_shopbell_cli()
{
    local cur prev words cword
    _init_completion || return

    case $prev in
    -w | --workspace)
        _filedir shopbell
        return
        ;;
    --file | --html | --text | --read | --names)
        _filedir
        return
        ;;
    esac

    # The commands typed so far: plain words, without the values that options take.
    local commands=() word index
    for ((index = 1; index < cword; index++)); do
        word=${words[index]}
        case $word in
        -w | --workspace) ((index++)) ;;
        -*) ;;
        *) ((${#commands[@]} < 2)) && [[ $word =~ ^[a-z-]+$ ]] && commands+=("$word") ;;
        esac
    done

    local help
    help=$("${words[0]}" "${commands[@]}" --help 2>/dev/null) || help=$("${words[0]}" "${commands[0]}" --help 2>/dev/null)
    if [[ $cur == -* ]]; then
        local options
        options=$(grep -oE '^ {1,4}(-[a-z],)?--?[a-z][a-z-]*' <<<"$help" | tr ',' '\n' | tr -d ' ')
        # These are the program's own, and stand anywhere.
        COMPREPLY=($(compgen -W "$options --workspace --json --quiet" -- "$cur"))
        return
    fi
    local below
    below=$(sed -n '/^Subcommands:/,$ s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")
    if [[ -n $below ]]; then
        COMPREPLY=($(compgen -W "$below" -- "$cur"))
    else
        _filedir
    fi
} && complete -F _shopbell_cli shopbell-cli
