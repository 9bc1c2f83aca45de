# Words for a person go to standard error; standard output is the answer.

say() { printf '%s\n' "$*" >&2; }

# fail EXIT_CODE MESSAGE
fail() {
  local code=$1
  shift
  say "$@"
  exit "$code"
}
