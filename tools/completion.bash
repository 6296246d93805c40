# SPDX-License-Identifier: GPL-2.0-or-later
# bash completion for kabi's programs. Options are those of --help, asked for when
# they are needed, so that there is no second list of them. Installed as
# share/bash-completion/completions/PROGRAM.
# shellcheck shell=bash

# What --help calls the value of the option in $2; fails when there is no such
# option of program $1, or it takes none.
_kabi_value() {
	local line letter='^  (-[a-zA-Z]), ' name='(--[a-z-]+)=([^ ]+)'

	while IFS= read -r line; do
		[[ $line =~ ^\ +-[-a-zA-Z] && $line =~ $name ]] || continue
		local long=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}

		if [[ $2 == "$long" ]] ||
			[[ $line =~ $letter && $2 == "${BASH_REMATCH[1]}" ]]; then
			printf '%s' "$value"
			return 0
		fi
	done < <("$1" --help 2> /dev/null)
	return 1
}

# "--NAME", "--NAME=" and "-L" of program $1.
_kabi_options() {
	"$1" --help 2> /dev/null |
		sed -n 's/^ \{2,6\}\(-[a-zA-Z]\), /\1 /
			s/^ \{2,6\}--/--/
			/^-/!d
			s/^\(-[a-zA-Z]\) /\1\n/
			s/\(--[a-z-]*=\{0,1\}\)[^\n]*$/\1/
			p'
}

# Values of an option, by what --help calls them; files are bash's own work.
_kabi_values() {
	case $2 in
	LEVEL)
		echo note source risk break ;;
	FORMAT*)
		case ${1##*/} in
		kabi-collect) echo text xml ;;
		kabi-show) echo text json ;;
		*) echo text short json markdown junit sarif xml html ;;
		esac ;;
	esac
}

_kabi_reply() {
	mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_kabi() {
	local program=$1 current=$2 option='' value at=$COMP_CWORD

	COMPREPLY=()
	# bash cuts --level=risk into three words, git:HEAD:file into five.
	if [[ ${COMP_WORDS[at]} == '=' ]]; then
		option=${COMP_WORDS[at - 1]}
		current=
	elif ((at > 1)) && [[ ${COMP_WORDS[at - 1]} == '=' ]]; then
		option=${COMP_WORDS[at - 2]}
	elif [[ $current != -* ]]; then
		option=${COMP_WORDS[at - 1]}
	fi
	if [[ $option == -* ]] && value=$(_kabi_value "$program" "$option"); then
		_kabi_reply "$(_kabi_values "$program" "$value")" "$current"
		return
	fi
	if [[ $current == -* ]]; then
		_kabi_reply "$(_kabi_options "$program")" "$current"
		[[ ${COMPREPLY[*]} != *= ]] || compopt -o nospace 2> /dev/null
		return
	fi
	[[ $current != ':' ]] || current=
	[[ ${COMP_WORDS[at]} == ':' ]] || at=$((at - 1))
	if ((at > 0)) && [[ ${COMP_WORDS[at]} == ':' &&
		${COMP_WORDS[at - 1]} == git ]]; then
		_kabi_reply "HEAD $(git for-each-ref --format='%(refname:short)' \
			refs/heads refs/tags 2> /dev/null)" "$current"
		compopt -o nospace 2> /dev/null
	fi
}

# Where there is nothing to choose from, files are offered.
complete -o bashdefault -o default -F _kabi \
	kabi-collect kabi-diff kabi-reuse kabi-show
