#!/bin/sh
# Installs Debian packages that are not there yet: packages.sh PACKAGE…
set -eu
missing=""
for package in "$@"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
[ -n "$missing" ] || { echo "Everything is installed."; exit 0; }
command -v apt-get >/dev/null 2>&1 || { echo "Install these with your system's tools:$missing"; exit 1; }
root=""; [ "$(id -u)" -eq 0 ] || root="sudo"
echo "Installing:$missing"
$root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq $missing >/dev/null
