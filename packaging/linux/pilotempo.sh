#!/bin/sh
# Starts Pilotempo. Installed as /opt/pilotempo/bin/pilotempo in place of jpackage's own launcher,
# which asks the package managers half a second's worth of questions at every start.
# PILOTEMPO_RUNTIME (a Java home) and PILOTEMPO_JARS (a folder) say where to look when it is not
# started from an installed image; the script of the same name in the repository sets them.
set -eu

here=$(dirname "$(dirname "$(readlink -f "$0")")")
runtime=${PILOTEMPO_RUNTIME:-$here/lib/runtime}
jars=${PILOTEMPO_JARS:-$here/lib/app}
unset PILOTEMPO_RUNTIME PILOTEMPO_JARS

if [ ! -x "$runtime/bin/java" ]; then
    echo "pilotempo: no Java at $runtime: install Pilotempo again" >&2
    exit 1
fi

# A cache of classes is good only for the same jars in the same order, so the order is fixed here.
LC_COLLATE=C
path=
for jar in "$jars"/*.jar; do
    path=${path:+$path:}$jar
done

# Messages of the JVM belong on standard error, or they would break --json.
set -- pilotempo.app.Main "$@"
flags="-Xlog:disable -Xlog:all=error:stderr -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
flags="$flags -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
# The first compiler alone: the second costs more of a small machine than it ever gives back here
# (measured, docs/benchmarks.md).
flags="$flags -XX:TieredStopAtLevel=1"
case ${2:-} in
    '' | -*) # The window.
        case " $* " in
            *' --kiosk '*) flags="$flags -Xms16m -Xmx128m" ;;
            *) flags="$flags -Xmx256m" ;;
        esac
        MALLOC_ARENA_MAX=2
        export MALLOC_ARENA_MAX
        ;;
    collect)
        flags="$flags -Xms16m -Xmx128m -Xss512k"
        MALLOC_ARENA_MAX=2
        export MALLOC_ARENA_MAX
        ;;
esac
if [ -f "$jars/pilotempo.aot" ]; then
    set -- "-XX:AOTCache=$jars/pilotempo.aot" -cp "$path" "$@"
else
    set -- -cp "$path" "$@"
fi

# The flags are words without blanks; exec keeps the process id and the signals.
# shellcheck disable=SC2086
exec "$runtime/bin/java" $flags "$@"
