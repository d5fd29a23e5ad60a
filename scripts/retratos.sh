#!/usr/bin/env bash
# The README's pictures, taken anew from a practice system: scripts/retratos.sh [FILES]
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
expedientes=${1:-2000} url=http://localhost:5097
trabajo=$(mktemp -d "${TMPDIR:-/tmp}/sintra-retratos.XXXXXX")
proceso=
terminar() { [ -z "$proceso" ] || kill "$proceso" 2>/dev/null || true; rm -rf "$trabajo"; }
trap terminar EXIT

dotnet build scripts/Retratos -c Release -v q
dotnet build src/Sintra.Web -c Release -v q
dotnet run --project src/Sintra.Web -c Release --no-build -- practica --json --expedientes "$expedientes" --datos "$trabajo/datos" --urls "$url" >"$trabajo/salida" 2>"$trabajo/errores" &
proceso=$!
for _ in $(seq 300); do
  curl -fs "$url/salud/lista" >/dev/null 2>&1 && break
  kill -0 "$proceso" 2>/dev/null || { cat "$trabajo/errores" >&2; exit 1; }
  sleep 1
done

# The account of a prosecutor, out of the one line of JSON that practica answers with.
cuenta=$(grep -o '"perfil":"ministerio_publico"[^}]*' "$trabajo/salida")
correo=$(sed -E 's/.*"correo":"([^"]*)".*/\1/' <<<"$cuenta") password=$(sed -E 's/.*"password":"([^"]*)".*/\1/' <<<"$cuenta")
dotnet run --project scripts/Retratos -c Release --no-build -- "$url" "$correo" "$password" docs/img
