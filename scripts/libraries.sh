#!/bin/sh
# Installs the C libraries the build needs: libraries.sh "PKG-CONFIG MODULES" "DEBIAN PACKAGES"
set -eu
modules=$1 packages=$2
missing() {
  command -v pkg-config >/dev/null 2>&1 || { echo pkg-config; return; }
  for module in $modules; do pkg-config --exists "$module" || echo "$module"; done
}
[ -z "$(missing)" ] && exit 0
echo "These libraries are missing: $(missing | tr '\n' ' ')"
if command -v apt-get >/dev/null 2>&1; then
  root=""; [ "$(id -u)" -eq 0 ] || root="sudo"
  echo "Installing: $packages"
  $root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq $packages >/dev/null
elif command -v brew >/dev/null 2>&1; then
  echo "Install them with:"
  echo "  brew install graphviz harfbuzz libpsl libidn2 zlib zstd openssl@3 simdjson sqlite pkg-config"
  exit 1
else
  echo "Install the development files of Graphviz, HarfBuzz, libpsl, libidn2, zlib, zstd, OpenSSL, simdjson and SQLite."
  exit 1
fi
[ -z "$(missing)" ] || { echo "Still missing: $(missing | tr '\n' ' ')"; exit 1; }
