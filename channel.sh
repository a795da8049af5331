#!/bin/sh
# Makes, checks and tries channel folders, after building the command where it was never built or a source is newer.
# Commands: ./channel.sh --help
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
built="$home/channel-cli/target/built"

stale() {
  [ ! -e "$built" ] || [ -n "$(cd "$home" && find unified-model channel-kit channels smt channel-tck channel-cli \
    \( -name target -o -name test \) -prune -o -type f \( -name '*.java' -o -name '*.avsc' -o -name pom.xml -o -path 'channels/*' \) \
    -newer "$built" -print -quit)" ]
}

if stale; then
  echo "Building; the first time this downloads the libraries" >&2
  (cd "$home" && mvn -q -DskipTests -pl channel-cli -am package)
  touch "$built"
fi

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
  "-Dunifiedcommerce.home=$home" -cp "$home/channel-cli/target/lib/*" io.unifiedcommerce.cli.ChannelCommand "$@"
