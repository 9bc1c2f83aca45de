# The same cluster in a container, where Docker runs and PostgreSQL's programs are missing.

image=postgres:17

docker_container() { printf 'schema-%s-%s' "$(key)" "$kind"; }

docker_where() { printf 'the Docker volume %s' "$(docker_container)"; }

docker_running() {
  read_url
  its_port=$(port_of "$url")
  [ "$(docker inspect --format '{{.State.Running}}' "$(docker_container)" 2>/dev/null)" = true ]
}

docker_ready() { docker_running && docker exec "$(docker_container)" pg_isready -q -h 127.0.0.1 -U postgres; }

docker_start() {
  local name password port attempt report
  name=$(docker_container)
  read_url
  password=$(password_of "$url")
  port=$(port_of "$url")
  [ -n "$port" ] || port=$(first_port)
  [ -n "$password" ] || password=$(new_password)
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    docker rm --force "$name" >/dev/null 2>&1 || true
    report=$(docker_run "$name" 2>&1 >/dev/null) && break
    case $report in
      *'already allocated'* | *'already in use'*) port=$(other_port) ;;
      *) fail 4 "Docker could not start PostgreSQL: $report" ;;
    esac
  done
  docker_await "$name"
  # The volume may be older than the password that we know.
  printf "alter role postgres password '%s';\n" "$password" | docker exec --interactive "$name" psql -q -U postgres >&2
  remember_place "docker $(key)"
  remember_url "$password" "$port"
}

# docker_run NAME
docker_run() {
  local name=$1 access=scram-sha-256
  [ "$kind" = main ] || access=trust
  set -- -c timezone=UTC -c "cluster_name=schema-$kind"
  [ "$kind" = main ] || set -- "$@" -c max_connections=500 -c fsync=off -c full_page_writes=off -c synchronous_commit=off
  [ "$kind" != test ] || set -- "$@" -c wal_level=minimal -c max_wal_senders=0 -c shared_buffers=32MB
  # The value comes from the environment: a command line can be read by everybody.
  POSTGRES_PASSWORD=$password docker run --detach --name "$name" --publish "127.0.0.1:$port:5432" \
    --volume "$name:/var/lib/postgresql/data" --env POSTGRES_PASSWORD --env POSTGRES_HOST_AUTH_METHOD=$access \
    --env POSTGRES_DB=schema "$image" "$@"
}

docker_await() {
  local tries=0
  # The image starts the server twice; only the second one listens on TCP.
  until docker exec "$1" pg_isready -q -h 127.0.0.1 -U postgres; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || fail 4 "PostgreSQL in the container $1 does not answer; see: docker logs $1"
    sleep 0.2
  done
}

docker_stop() { docker stop "$(docker_container)" >/dev/null; }

docker_forget() { :; }

docker_remove() {
  docker rm --force "$(docker_container)" >/dev/null 2>&1 || true
  docker volume rm --force "$(docker_container)" >/dev/null
}
