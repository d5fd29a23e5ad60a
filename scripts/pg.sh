#!/usr/bin/env bash
# A private PostgreSQL cluster for tests: loopback only, never root, thrown away.
#   scripts/pg.sh start DIR [PORT]   prints the connection string (export SINTRA_POSTGRES="$(scripts/pg.sh start /tmp/pg)")
#   scripts/pg.sh stop DIR           stops it; the folder may then be deleted
set -euo pipefail
orden=${1:?usage: scripts/pg.sh start|stop DIR [PORT]}
dir=$(realpath -m "${2:?usage: scripts/pg.sh start|stop DIR [PORT]}")
puerto=${3:-}

bin=${SINTRA_PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)}
if [ -z "$bin" ] && command -v initdb >/dev/null; then bin=$(dirname "$(readlink -f "$(command -v initdb)")"); fi
[ -n "$bin" ] || { echo "PostgreSQL was not found: install postgresql-15, or name its programs' folder in SINTRA_PG_BIN" >&2; exit 1; }

# initdb and pg_ctl refuse root
como() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
libre() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

case $orden in
  start)
    if [ "$(id -u)" = 0 ]; then
      id postgres >/dev/null 2>&1 || useradd --system --no-create-home postgres
      install -d -o postgres -m 700 "$dir"
    else
      install -d -m 700 "$dir"
    fi
    cd /   # another user may not read the caller's folder
    [ -f "$dir/data/PG_VERSION" ] || como "$bin/initdb" -D "$dir/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
    for intento in 1 2 3 4 5; do
      p=${puerto:-$((20000 + RANDOM % 20000))}
      if libre "$p" && como "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" start \
        -o "-p $p -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100" >/dev/null 2>&1
      then
        echo "Host=127.0.0.1;Port=$p;Username=postgres"
        exit 0
      fi
    done
    echo "PostgreSQL did not start:" >&2
    tail -20 "$dir/log" >&2 2>/dev/null || true
    exit 1 ;;
  stop)
    cd /
    como "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null ;;
  *)
    echo "usage: scripts/pg.sh start|stop DIR [PORT]" >&2; exit 2 ;;
esac
