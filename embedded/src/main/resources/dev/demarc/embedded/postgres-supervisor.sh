# Runs the server that its arguments name and ends it when standard input ends, however the JVM at the
# other end of that pipe died. Ends with the server's own status.
trap '' HUP INT TERM PIPE
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!

(
    while read -r _ <&3; do :; done
    kill -INT "$server" 2>/dev/null
    waited=0
    while kill -0 "$server" 2>/dev/null; do
        sleep 0.1
        waited=$((waited + 1))
        case $waited in
            100) kill -QUIT "$server" 2>/dev/null ;;
            150) kill -KILL "$server" 2>/dev/null ;;
        esac
    done
) &
watcher=$!
exec 3<&-

wait "$server"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
