#!/usr/bin/env bash
# Rebuilds what stands under src/Sintra.Web/wwwroot/lib from the published packages, and checks it against docs/vendored.md.
# Needs Node and npm; SINTRA itself needs neither, to build or to run.
set -euo pipefail
cd "$(dirname "$0")/.."

govuk=6.6.0 noto=5.3.0 montserrat=5.3.0 sass=1.108.2
lib=src/Sintra.Web/wwwroot/lib
taller=$(mktemp -d)
trap 'rm -rf "$taller"' EXIT

npm install --prefix "$taller" --ignore-scripts --no-audit --no-fund --silent \
  "sass@$sass" "govuk-frontend@$govuk" "@fontsource/noto-sans@$noto" "@fontsource/montserrat@$montserrat"

mkdir -p "$lib/govuk-frontend/$govuk" "$lib/fonts/noto-sans/$noto" "$lib/fonts/montserrat/$montserrat"
"$taller/node_modules/.bin/sass" --style=compressed --no-source-map --no-charset --quiet-deps \
  --load-path="$taller/node_modules" scripts/vendored/govuk.scss "$lib/govuk-frontend/$govuk/govuk.css"
cp scripts/vendored/govuk-LICENSE.txt "$lib/govuk-frontend/$govuk/LICENSE.txt"

for corte in latin-400 latin-700 latin-ext-400 latin-ext-700; do
  cp "$taller/node_modules/@fontsource/noto-sans/files/noto-sans-$corte-normal.woff2" "$lib/fonts/noto-sans/$noto/"
done
cp "$taller/node_modules/@fontsource/noto-sans/LICENSE" "$lib/fonts/noto-sans/$noto/LICENSE.txt"
cp "$taller/node_modules/@fontsource/montserrat/files/montserrat-latin-600-normal.woff2" "$lib/fonts/montserrat/$montserrat/"
cp "$taller/node_modules/@fontsource/montserrat/LICENSE" "$lib/fonts/montserrat/$montserrat/LICENSE.txt"

if grep -qiE 'gds transport|govuk-header|govuk-footer' "$lib/govuk-frontend/$govuk/govuk.css"; then
  echo "The compiled base carries a part that only GOV.UK may use." >&2
  exit 1
fi

grep -E '^[0-9a-f]{64}  ' docs/vendored.md | (cd "$lib" && sha256sum --check --quiet)
echo "wwwroot/lib is what docs/vendored.md says."
