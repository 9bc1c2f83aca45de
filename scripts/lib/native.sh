# A cluster of our own, run by PostgreSQL's programs on this machine.

native_where() { printf %s "$data"; }

# Sets pid, its_port and state.
native_running() {
  local _
  pid='' its_port='' state=''
  cannot_be_entered "$base" || cannot_be_entered "$data" &&
    fail 4 "$data belongs to another user: run this as that user, or set DATABASE_URL."
  [ -r "$data/postmaster.pid" ] || return 1
  { read -r pid && read -r _ && read -r _ && read -r its_port && read -r _ && read -r _ && read -r _ && read -r state; } \
    <"$data/postmaster.pid" 2>/dev/null || true
  [ -n "$its_port" ] && is_our_server "$pid"
}

cannot_be_entered() { [ -d "$1" ] && [ ! -x "$1" ]; }

native_ready() { native_running && [ "$state" = ready ]; }

# A process id may have been given to another process since: only a server works inside its data.
is_our_server() {
  if [ -d /proc/self ]; then
    as test "/proc/$1/cwd" -ef "$data"
  else
    lsof -a -p "$1" -d cwd -Fn 2>/dev/null | grep -qxF "n$data"
  fi
}

native_start() {
  settle
  find_postgres
  if [ "$backend" != native ]; then
    "${backend}_start"
    return
  fi
  read_url
  local password port
  password=$(password_of "$url")
  port=$(port_of "$url")
  [ -n "$port" ] || port=$(first_port)
  [ -f "$data/PG_VERSION" ] || { password='' && make_cluster; }
  own_data
  if [ "$kind" = main ] && [ -z "$password" ]; then
    native_running && native_stop
    password=$(new_password)
    alone "$data" "alter role postgres password '$password'"
  fi
  serve
  remember_url "$password" "$port"
}

# Complete or absent: a cluster gets its name when it is whole.
make_cluster() {
  local new
  native_remove
  new=$(new_place)
  say "Making the $kind cluster in $new."
  [ -z "$user" ] || chown "$user" "$new"
  local access=scram-sha-256
  [ "$kind" = main ] || access=trust
  set -- --username=postgres --auth=trust --encoding=UTF8 --locale=C --pgdata="$new"
  [ "$kind" = main ] || set -- --no-sync "$@"
  as "$bin/initdb" "$@" >"$pg/initdb.log" 2>&1 || fail 4 "initdb failed: $(cat "$pg/initdb.log")"
  rm -f "$pg/initdb.log"
  # Maps of free and visible rows, which the server makes anew where it needs them: of each copy of a database, a quarter of its files.
  [ "$kind" != test ] || as find "$new/base" \( -name '*_fsm' -o -name '*_vm' \) -delete
  printf 'host all all 127.0.0.1/32 %s\n' "$access" | as tee "$new/pg_hba.conf" >/dev/null
  [ "$kind" != main ] || alone "$new" 'create database schema'
  if [ "$new" = "$(memory_place)" ]; then ln -s "$new" "$data"; else mv "$new" "$data"; fi
}

# alone DATA SQL: without a server, so that nobody can come in by the network.
alone() {
  local said
  said=$(printf '%s\n' "$2" | as "$bin/postgres" --single -D "$1" -c exit_on_error=on postgres 2>&1) ||
    fail 4 "PostgreSQL could not prepare $1: $said"
}

# A checkout that root copied holds data of root's, or with open doors; the server accepts neither.
own_data() {
  as test -x "$data" -a -O "$data" || {
    [ -n "$user" ] || fail 4 "$data belongs to another user: run this as that user, or set DATABASE_URL."
    chown -R "$user" "$data"
    as test -x "$data" || fail 4 "The user $user can no longer reach $data: open the folders above it, or set DATABASE_URL."
  }
  chmod 700 "$data"
}

serve() {
  local attempt report
  for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    if await_ready; then
      port=$its_port
      return
    fi
    # Left by a killed server; PostgreSQL would take whoever has the process id now for that server.
    rm -f "$data/postmaster.pid"
    report=$(try_to_serve) && return
    case $report in
      *'Address already in use'*) port=$(other_port) ;;
      *'still in use'*) sleep 0.2 ;;
      *) break ;;
    esac
  done
  fail 4 "PostgreSQL did not start; $data/server.log ends with:
$report"
}

# Prints what the server wrote when it does not come up.
try_to_serve() {
  local before
  as touch "$data/server.log"
  before=$(wc -c <"$data/server.log")
  # With -D . no path of ours passes through the shell that pg_ctl uses.
  (cd "$data" && as "$bin/pg_ctl" start -s -w -t 120 -D . -l server.log -o "-p $port $(settings)") </dev/null >/dev/null 2>&1 9>&- && return
  tail -c +$((before + 1)) "$data/server.log" | tail -n 20
  return 1
}

# Durable for people's data; the throw-away servers may lose everything in a power cut, and are faster for it. The test suite
# makes and drops a database for each test: half of what that costs is the log of the copied pages, and looking for them in
# shared buffers; none lives long enough to be vacuumed, and most of its short sessions call a function. What it shares with
# its processes lies in its folder: of a killed one nothing stays in memory. Measurements are to hold for a server with
# PostgreSQL's defaults.
settings() {
  printf '%s' "-h 127.0.0.1 -k '' -c cluster_name=schema-$kind -c timezone=UTC -c log_timezone=UTC"
  [ "$kind" = main ] || printf '%s' ' -c max_connections=500 -c fsync=off -c full_page_writes=off -c synchronous_commit=off'
  [ "$kind" != test ] || printf '%s' ' -c wal_level=minimal -c max_wal_senders=0 -c shared_buffers=32MB -c autovacuum=off' \
    ' -c shared_preload_libraries=plpgsql -c dynamic_shared_memory_type=mmap'
}

# One that another start left to its recovery, or that is about to end.
await_ready() {
  local tries=0
  while native_running; do
    [ "$state" != ready ] || return 0
    tries=$((tries + 1))
    [ "$tries" -lt 1200 ] || fail 4 "The server, process $pid, has been $state for two minutes; see $data/server.log"
    sleep 0.1
  done
  return 1
}

native_stop() {
  # Fast: open transactions are rolled back.
  as kill -INT "$pid"
  local tries=0
  while native_running; do
    tries=$((tries + 1))
    [ "$tries" -ne 300 ] || as kill -QUIT "$pid"
    [ "$tries" -lt 600 ] || fail 4 "The server, process $pid, does not stop."
    sleep 0.05
  done
}

# What lies in memory is not kept there for a server that is stopped.
native_forget() {
  [ -L "$data" ] || return 0
  lock "$pg/lock"
  native_running || native_remove
}

native_remove() {
  rm -rf "$data" "$data.new"
  [ "$kind" = main ] || rm -rf "$(memory_place)" 2>/dev/null || true
}
