#!/usr/bin/env bash
# Every test, on both engines and in a real browser. The last line is «N passed, N failed».
#   ./test.sh            all
#   ./test.sh --rapido   SQLite and PostgreSQL, without the browser
set -uo pipefail
cd "$(dirname "$0")"
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

rapido=no
case ${1:-} in
  '') ;;
  --rapido) rapido=si ;;
  *) sed -n '2,4p' "$0" | cut -c3-; exit 2 ;;
esac

pg=$(mktemp -d "${TMPDIR:-/tmp}/sintra-pg.XXXXXX")
registro=$(mktemp)
arrancado=no
terminar() {
  [ "$arrancado" = no ] || scripts/pg.sh stop "$pg" 2>/dev/null
  rm -rf "$pg" "$registro"
}
trap terminar EXIT
trap 'exit 130' INT TERM
# Whatever goes wrong before a test has run is one failure, never a green line.
desistir() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

chromium() { [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ] || command -v chromium >/dev/null; }
postgres() { [ -n "${SINTRA_PG_BIN:-}" ] || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v initdb >/dev/null; }
faltan=()
[ "$rapido" = si ] || chromium || faltan+=(chromium)
postgres || faltan+=(postgresql-15)
if [ ${#faltan[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] || desistir "Please install: ${faltan[*]} (with apt: sudo apt-get install --no-install-recommends ${faltan[*]})"
  echo "Installing ${faltan[*]} ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${faltan[@]}"; } >"$registro" 2>&1 \
    || { tail -20 "$registro" >&2; desistir "apt could not install ${faltan[*]}"; }
fi

SINTRA_POSTGRES=$(scripts/pg.sh start "$pg") || desistir "PostgreSQL did not start"
arrancado=si
export SINTRA_POSTGRES

restaurar=(restore Sintra.slnx -v q)
[ "${CI:-}" != true ] || restaurar+=(--locked-mode)
dotnet "${restaurar[@]}" || desistir "The packages could not be restored"
dotnet build Sintra.slnx -c Release --no-restore -v q -m:2 || desistir "The build failed"

pasadas=0 fallidas=0
probar() {
  local rc=0 p f s
  # a run that hangs is a failure too
  timeout --kill-after=60 40m dotnet test --project "$1" -c Release --no-build --no-ansi --no-progress -- --max-threads 2 2>&1 | tee "$registro" || rc=1
  cuenta() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$registro" | tail -1; }
  p=$(cuenta succeeded) f=$(cuenta failed) s=$(cuenta skipped)
  f=$((${f:-0} + ${s:-0}))   # a test that did not run proves nothing
  [ "$rc" = 0 ] || [ "$f" -gt 0 ] || f=1
  [ "$((${p:-0} + f))" -gt 0 ] || f=1
  pasadas=$((pasadas + ${p:-0}))
  fallidas=$((fallidas + f))
}
probar tests/Sintra.Tests
[ "$rapido" = si ] || probar tests/Sintra.Tests.Navegador

echo "$pasadas passed, $fallidas failed"
[ "$fallidas" = 0 ]
