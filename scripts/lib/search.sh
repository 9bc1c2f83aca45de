# Finds PostgreSQL's programs; `bin` is the folder that holds them.

# Sets bin, or backend=docker, or installs PostgreSQL, or says what to install.
find_postgres() {
  local wanted=''
  [ ! -r "$data/PG_VERSION" ] || wanted=$(cat "$data/PG_VERSION")
  first_fitting "$wanted" && return
  if [ -n "$wanted" ]; then
    [ "$kind" = main ] || { rm -rf "$data" && find_postgres && return; }
    fail 4 "The data in $data is of PostgreSQL $wanted, and its programs are not here. Install PostgreSQL $wanted, or begin anew: scripts/postgres reset"
  fi
  # A person's cluster on this machine is never passed over for an empty one in a container.
  if [ ! -d "$base/main" ] && engine_runs; then
    backend=docker
  elif [ "$EUID" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    install_on_debian
    first_fitting '' || fail 4 "PostgreSQL was installed, but its programs are not in /usr/lib/postgresql."
  else
    fail 4 "There is no PostgreSQL on this machine. Install one, then try again:
  Debian, Ubuntu   sudo apt-get install postgresql
  Fedora           sudo dnf install postgresql-server
  macOS            brew install postgresql@17
  anywhere         start Docker
or set DATABASE_URL to a server that you have."
  fi
}

# first_fitting MAJOR_VERSION: data can be opened by programs of the version that made it only.
first_fitting() {
  local found
  while IFS= read -r bin; do
    [ -x "$bin/initdb" ] && [ -x "$bin/postgres" ] && [ -x "$bin/pg_ctl" ] || continue
    found=$(as "$bin/postgres" -V 2>/dev/null) || continue
    case $found in
      *" $1."* | *" $1beta"* | *" $1rc"*) return ;;
      *) [ -n "$1" ] || return 0 ;;
    esac
  done < <(places_to_look 2>/dev/null)
  return 1
}

places_to_look() {
  local program
  if program=$(command -v initdb); then printf '%s\n' "${program%/*}"; fi
  newest_first /usr/lib/postgresql/*/bin
  newest_first /usr/pgsql-*/bin
  newest_first /opt/homebrew/opt/postgresql@*/bin
  newest_first /usr/local/opt/postgresql@*/bin
  newest_first /Applications/Postgres.app/Contents/Versions/*/bin
}

newest_first() { printf '%s\n' "$@" | sort -t / -k 4,4Vr 2>/dev/null || printf '%s\n' "$@"; }

engine_runs() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

install_on_debian() {
  say "Installing PostgreSQL from the distribution."
  local settings=/etc/postgresql-common/createcluster.conf
  export DEBIAN_FRONTEND=noninteractive
  set -- -q -y --no-install-recommends -o DPkg::Lock::Timeout=300
  (
    umask 022
    apt-get update -q &&
      apt-get install "$@" postgresql-common &&
      # Debian starts a cluster of its own with the server; nobody asked for one.
      sed -i.schema 's/^#*create_main_cluster.*/create_main_cluster = false/' "$settings" &&
      apt-get install "$@" postgresql
  ) >&2 || fail 4 "PostgreSQL could not be installed. Install it by hand: apt-get install postgresql"
  mv "$settings.schema" "$settings"
  user=$(server_user)
}
