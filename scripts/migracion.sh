#!/usr/bin/env bash
# A model change wants a migration for each engine: scripts/migracion.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
nombre=${1:?usage: scripts/migracion.sh NAME}
dotnet tool restore >/dev/null
dotnet build src/Sintra.Web -c Release -v q -p:RunAnalyzers=false
for motor in Sqlite Postgres; do
  dotnet ef migrations add "$nombre" --no-build --configuration Release -p src/Sintra -s src/Sintra.Web --context "SintraDb$motor" -o "Comun/Datos/Migraciones/$motor"
done
