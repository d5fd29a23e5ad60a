#!/usr/bin/env bash
# Measures on a throw-away, durable PostgreSQL:
#   bench/medir.sh [OPERATIONS [SIZE...]]                   what storage costs
#   bench/medir.sh generar --expedientes N [--semilla S]    the generator, into a database of that server
set -euo pipefail
aqui=$(cd "$(dirname "$0")" && pwd)
dir=$(mktemp -d)/pg
bin=${SINTRA_PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)}
[ -n "$bin" ] || { echo "PostgreSQL was not found: install postgresql-15, or name its programs' folder in SINTRA_PG_BIN" >&2; exit 1; }

dotnet build "$aqui/Sintra.Bench" -c Release -v q --nologo -p:RunAnalyzers=false

como() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
terminar() {
  cd /
  como "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$(dirname "$dir")"
}
trap terminar EXIT
trap "exit 143" TERM INT

chmod 711 "$(dirname "$dir")"
if [ "$(id -u)" = 0 ]; then install -d -o postgres -m 700 "$dir"; else install -d -m 700 "$dir"; fi
cd /
como "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
puerto=$((20000 + RANDOM % 20000))

# fsync, synchronous_commit and full_page_writes stay on: what is measured is kept. Memory as a small server would have it.
# A table filled in the transaction that emptied it needs no log ahead where nobody copies this server: as one would set it to load a database.
opciones=""
[ "${1:-}" != generar ] || opciones="-c wal_level=minimal -c max_wal_senders=0"
como "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" start \
  -o "-p $puerto -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c shared_buffers=1GB -c max_wal_size=4GB -c max_connections=100 $opciones" >/dev/null

echo "$("$bin/postgres" --version), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg)" >&2
programa=$aqui/Sintra.Bench/bin/Release/net10.0
servidor="Host=127.0.0.1;Port=$puerto;Username=postgres"
install -d "$aqui/resultados"
if [ "${1:-}" = generar ]; then
  "$bin/createdb" -h 127.0.0.1 -p "$puerto" -U postgres sintra_generada
  "$programa/Sintra.Bench" "$@" --postgres "$servidor;Database=sintra_generada" --resultado "$aqui/resultados/generador.json"
  exit
fi

SINTRA_POSTGRES="$servidor" "$programa/Sintra.Bench" "$@"
echo "load at the end $(cut -d' ' -f1-3 /proc/loadavg)" >&2
cp "$programa/registro.json" "$aqui/resultados/registro.json"
