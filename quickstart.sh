#!/bin/sh
# Runs the whole loop on this machine, after building it where a source file is newer than the last build.
# Options: ./quickstart.sh --help
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
built="$home/quickstart/app/target/built"

stale() {
  [ ! -e "$built" ] || [ -n "$(find "$home" \( -name target -o -name .git \) -prune -o -type f -newer "$built" -print -quit)" ]
}

if stale; then
  echo "Building; the first time this downloads the libraries" >&2
  (cd "$home" && mvn -q -DskipTests package)
  touch "$built"
fi

terminal=false
[ -t 1 ] && terminal=true

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  "-Dunifiedcommerce.home=$home" "-Dunifiedcommerce.terminal=$terminal" \
  -cp "$home/quickstart/app/target/lib/*" io.unifiedcommerce.quickstart.Quickstart "$@"
