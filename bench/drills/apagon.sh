#!/usr/bin/env bash
# Kills the server at random moments under registrars at work, on both engines, and looks for what was acknowledged:
#   bench/drills/apagon.sh [KILLS [REGISTRARS [SEED]]]
# First it damages the data of short runs on purpose, and stops unless the check says so.
# PostgreSQL is a throw-away, durable server, or the one that SINTRA_POSTGRES names.
set -euo pipefail
aqui=$(cd "$(dirname "$0")/.." && pwd)
golpes=${1:-20} registradores=${2:-20} semilla=${3:-1}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
dotnet build "$aqui/../src/Sintra.Web" -c Release -v q --nologo -p:RunAnalyzers=false
dotnet build "$aqui/Sintra.Bench" -c Release -v q --nologo -p:RunAnalyzers=false

temporal=$(mktemp -d) bin=
terminar() {
  cd /
  [ -z "$bin" ] || como "$bin/pg_ctl" -D "$temporal/pg/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$temporal"
}
como() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap terminar EXIT
trap "exit 143" TERM INT

servidor=${SINTRA_POSTGRES:-}
if [ -z "$servidor" ]; then
  bin=${SINTRA_PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)}
  [ -n "$bin" ] || { echo "PostgreSQL was not found: install postgresql-15, or name its programs' folder in SINTRA_PG_BIN" >&2; exit 1; }
  chmod 711 "$temporal"
  if [ "$(id -u)" = 0 ]; then install -d -o postgres -m 700 "$temporal/pg"; else install -d -m 700 "$temporal/pg"; fi
  puerto=$((20000 + RANDOM % 20000))
  cd /
  como "$bin/initdb" -D "$temporal/pg/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  como "$bin/pg_ctl" -D "$temporal/pg/data" -w -l "$temporal/pg/log" start \
    -o "-p $puerto -c listen_addresses=127.0.0.1 -c unix_socket_directories=$temporal/pg -c max_connections=200 -c fsync=on -c synchronous_commit=on -c full_page_writes=on" >/dev/null
  servidor="Host=127.0.0.1;Port=$puerto;Username=postgres"
fi

install -d "$aqui/resultados"
fin=0
simulacro() {
  "$aqui/Sintra.Bench/bin/Release/net10.0/Sintra.Bench" apagon --programa "$aqui/../src/Sintra.Web/bin/Release/net10.0/Sintra.Web.dll" --semilla "$semilla" "$@"
}
for motor in sqlite postgres; do
  [ "$motor" = sqlite ] && conexion=() || conexion=(--postgres "$servidor")

  # A check is believed once it has been seen to fail: a lost row, and a changed line of the log.
  for dano in fila asiento; do
    codigo=0
    simulacro --golpes 1 --registradores 3 --estropear $dano "${conexion[@]}" >"$temporal/$motor-$dano.json" || codigo=$?
    cat "$temporal/$motor-$dano.json" >&2
    [ "$codigo" = 1 ] && grep -q '"bien": false' "$temporal/$motor-$dano.json" || { echo "the check did not see the damage «$dano» on $motor" >&2; exit 1; }
  done

  simulacro --golpes "$golpes" --registradores "$registradores" "${conexion[@]}" | tee "$aqui/resultados/apagon-$motor.json" || fin=1
done
exit $fin
