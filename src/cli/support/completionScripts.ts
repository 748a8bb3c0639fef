// What a shell is given to complete calls of Changebook. Each of these asks the program for words and takes them as
// they are: a line is a word, a tab and what it means. Nothing of it is expanded or evaluated.

const bash = `# Completion of changebook in bash.
_changebook() {
  local word meaning
  COMPREPLY=()
  while IFS=$'\\t' read -r word meaning; do
    COMPREPLY+=("$word")
  done < <(command changebook completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
}
complete -o bashdefault -o default -F _changebook changebook
`;

const zsh = `# Completion of changebook in zsh.
_changebook() {
  local word meaning
  local -a found shown
  while IFS=$'\\t' read -r word meaning; do
    found+=("$word")
    shown+=("$word\${meaning:+  -- $meaning}")
  done < <(command changebook completion words -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null </dev/null)
  if (( \${#found} )); then
    compadd -U -l -V changebook -d shown -a found
  else
    _files
  fi
}
compdef _changebook changebook
`;

const fish = `# Completion of changebook in fish.
function __changebook_words
    set -l given (commandline --tokenize --cut-at-cursor --current-process)
    set -l current (commandline --cut-at-cursor --current-token)
    set -e given[1]
    set -l found (command changebook completion words -- $given "$current" 2>/dev/null </dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete --command changebook --no-files --keep-order --arguments '(__changebook_words)'
`;

export const completionScripts = { bash, zsh, fish };
