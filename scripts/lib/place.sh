# Where the cluster's files lie, and whose they are:
#   .pg/where                where the data is
#   .pg/main.url, test.url … password and port of each cluster, for the owner of the checkout only
#   .pg/main, .pg/test …     the data, unless the server's user cannot reach .pg/; a throw-away one may be a link into memory

pg=$here/.pg

# Sets backend, and for our own server: user and data.
find_place() {
  backend=native base=$pg user=''
  if [ -r "$pg/where" ] && [ "$(cat "$pg/where")" = "docker $(key)" ]; then
    backend=docker
  else
    [ ! -d "$(system_place)" ] || base=$(system_place)
    [ "$EUID" != 0 ] || user=$(server_user)
  fi
  data=$base/$kind
  # A copied checkout brings a link to the other's data along.
  [ ! -L "$data" ] || [ "$(readlink "$data")" = "$(memory_place)" ] || rm -f "$data"
}

# PostgreSQL refuses to run as root: then as who owns the data already, the checkout, or else as a user without rights.
server_user() {
  local candidate
  for candidate in "$(owner_of "$base/$kind")" "$(owner_of "$here")" postgres nobody; do
    case $candidate in '' | 0) continue ;; esac
    id -un "$candidate" 2>/dev/null && return
  done
}

owner_of() {
  # shellcheck disable=SC2012 # stat has other options on every system.
  ls -nd "$1" 2>/dev/null | awk '{ print $3 }'
}

make_place() {
  [ -d "$pg" ] || mkdir -p "$pg" || fail 4 "$pg cannot be made: run this as the owner of the checkout."
  [ -O "$pg" ] || [ "$EUID" = 0 ] || fail 4 "$pg belongs to another user: run this as that user, or set DATABASE_URL."
  : >>"$pg/lock"
  hand_over "$pg" "$pg/lock"
  chmod 755 "$pg"
}

# What root makes in somebody's checkout belongs to that somebody.
hand_over() { [ "$EUID" != 0 ] || chown "$(owner_of "$here")" "$@"; }

# The system's place is for a server whose user cannot reach .pg/: its folder is private to it.
settle() {
  if [ "$EUID" = 0 ] && [ "$base" = "$pg" ] && ! as test -x "$pg"; then
    base=$(system_place)
    data=$base/$kind
  fi
  if [ "$base" != "$pg" ]; then
    mkdir -p "${base%/*}" "$base"
    chmod 711 "${base%/*}"
    chmod 700 "$base"
    chown "$user" "$base"
  fi
  remember_place "$base"
}

remember_place() {
  printf '%s\n' "$1" >"$pg/where"
  chmod 644 "$pg/where"
  hand_over "$pg/where"
}

# Prints an empty folder for a new cluster. Making and dropping databases by the hundred is dear on a disk, so a throw-away
# cluster lies in memory where there is plenty; .pg/test is then a link to it.
new_place() {
  local place=$data.new
  [ "$kind" = main ] || ! plenty_of_memory || ! mkdir "$(memory_place)" 2>/dev/null || place=$(memory_place)
  [ -d "$place" ] || mkdir "$place"
  printf %s "$place"
}

system_place() { printf '/var/lib/schema-postgres/%s' "$(key)"; }

# Names this checkout, by its path.
key() { printf %s "$here" | { sha256sum 2>/dev/null || shasum -a 256; } | cut -c1-12; }

# Runs a command as the server's user.
as() {
  if [ -z "$user" ]; then
    "$@"
  elif command -v setpriv >/dev/null; then
    setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"
  elif command -v runuser >/dev/null; then
    runuser -u "$user" -- "$@"
  else
    sudo -u "$user" -- "$@"
  fi
}

# --- the URL is the one place that knows password and port ---

read_url() {
  url=''
  [ ! -r "$pg/$kind.url" ] || IFS= read -r url <"$pg/$kind.url" || true
}

# remember_url PASSWORD PORT
remember_url() {
  case $kind in
    main) url="postgres://postgres:$1@127.0.0.1:$2/schema" ;;
    test | bench) url="postgres://postgres@127.0.0.1:$2/postgres" ;;
  esac
  printf '%s\n' "$url" >"$pg/$kind.url.new"
  hand_over "$pg/$kind.url.new"
  mv "$pg/$kind.url.new" "$pg/$kind.url"
}

password_of() {
  case $1 in *:*:*@*) set -- "${1#*://*:}" && printf %s "${1%%@*}" ;; esac
}

port_of() { set -- "${1##*:}" && printf %s "${1%%/*}"; }

new_password() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# Below 32768, where the ephemeral ports begin; the first choice is the same each time for one checkout.
first_port() { set -- "$(printf %s "$here$kind" | cksum)" && printf %s $((20000 + ${1%% *} % 12000)); }

other_port() { printf %s $((20000 + RANDOM % 12000)); }
