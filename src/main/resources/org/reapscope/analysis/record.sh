#!/bin/sh
# Records how processes are killed and torn down, as Reapscope reads it. As root:
#
#   sh record.sh OUTPUT                   everything, until Enter is pressed, or Ctrl+C
#   sh record.sh OUTPUT COMMAND [ARG...]  only COMMAND and what it forks, until it ends
#
# It records in a tracefs instance of its own, which it removes in the end, so that nobody else's tracing is disturbed.
# A signal ends COMMAND, and with it the recording; what was recorded until then is kept. OUTPUT is written beside
# itself first and then moved.
#
# Exit status: that of COMMAND, 128+n if signal n ended it; without COMMAND 128+n if signal n ended the recording;
# 125 if not all could be recorded and kept.
#
#   REAPSCOPE_BUFFER_KB  size of the ring buffer of each CPU in KiB; if not said @BUFFER_KB@, less where memory is short
#   REAPSCOPE_TRACEFS    where tracefs is mounted, if in an unusual place
#
# shellcheck disable=SC2317 # what traps call is called

set -u

events='
    @EVENTS@'
# They tell which descriptor stands for which process, but flood a recording of the whole machine.
command_events='
    @COMMAND_EVENTS@'
# Where the kernel cannot record calls by name: pidfd_send_signal, pidfd_open, pidfd_getfd, process_mrelease.
calls_by_number='id == 424 || id == 434 || id == 438 || id == 448'
rss_filter='@RSS_FILTER@'

# The first line of OUTPUT, which becomes the second, of the same length, when all is written.
unfinished='# reapscope: cut off while it was written; the end is missing'
finished='# Recorded by the script that reapscope record-script prints.'

t=          # the instance, once it is made
part=       # what is written until it is moved to $out
hears_interrupts= # what lets COMMAND hear Ctrl+C, if anything does
recording=  # whether there is something to keep
only=       # whether COMMAND alone is recorded
caught=     # the signal that ended the recording
status=0

say() {
    echo "record: $*" >&2
}

fail() {
    say "$@"
    exit 125
}

# put VALUE FILE: whether a file of the instance takes the value.
put() {
    { echo "$1" > "$t/$2"; } 2>/dev/null
}

find_tracefs() {
    for tracefs in ${REAPSCOPE_TRACEFS:+"$REAPSCOPE_TRACEFS"} /sys/kernel/tracing /sys/kernel/debug/tracing; do
        [ ! -w "$tracefs/instances" ] || return 0
        [ -z "${REAPSCOPE_TRACEFS:-}" ] || fail "REAPSCOPE_TRACEFS: $tracefs is no tracefs that may be written"
    done
    [ "$(id -u)" = 0 ] || fail "run it as root: sudo sh $0 $out ..."
    tracefs=/sys/kernel/tracing
    mount -t tracefs tracefs "$tracefs" 2>/dev/null || :
    [ -w "$tracefs/instances" ] ||
        fail "there is no tracefs that may be written: the kernel has none, is locked down, or this is a container"
}

# Says at once if OUTPUT cannot be written.
open_output() {
    case $out in -*) out=./$out ;; esac
    [ ! -d "$out" ] || fail "$out is a folder; name a file in it"
    [ ! -e "$out" ] || [ -w "$out" ] || fail "$out may not be written"
    if [ -e "$out" ] && [ ! -f "$out" ]; then # a pipe or a device
        command exec 8> "$out" || fail "$out cannot be written"
        echo "$finished" >&8 || fail "$out cannot be written"
        return
    fi
    [ ! -L "$out" ] || out=$(readlink -f "$out")
    for old in "$out".part-[0-9]*; do
        pid=${old##*-}
        case $pid in *[!0-9]*) continue ;; esac
        if [ "$pid" = $$ ] || [ ! -e "/proc/$pid" ]; then rm -f "$old"; fi
    done
    why=$( (set -C && : > "$out.part-$$") 2>&1) || fail "$out cannot be written: ${why##*: }" # over nobody's file or link
    part=$out.part-$$
    exec 8>> "$part"
    why=$(printf '%s\n' "$unfinished" 2>&1 >&8) || fail "$out cannot be written: ${why##*: }"
}

# An instance with a file held open cannot be removed: so those of others who record now stay, and those of the dead go.
make_instance() {
    for dead in "$tracefs"/instances/reapscope-*; do
        [ ! -d "$dead" ] || ! rmdir "$dead" 2>/dev/null || say "removed ${dead##*/}, left behind by a run that was killed"
    done
    why=
    for again in '' -2 -3 -4 -5; do
        t=$tracefs/instances/reapscope-$$$again
        why=$(mkdir "$t" 2>&1) && { command exec 9> "$t/trace_marker"; } 2>/dev/null && return
    done
    t=
    fail "there can be no instance in $tracefs/instances: $why"
}

enable_events() {
    missing=
    enabled=
    for event in $events ${only:+$command_events}; do
        if put 1 "events/$event/enable"; then enabled=yes; else missing="$missing $event"; fi
    done
    [ -n "$enabled" ] || fail "none of the events is in $tracefs/events"
    case $missing in *syscalls/sys_enter_process_mrelease*)
        for event in sys_enter sys_exit; do
            put "$calls_by_number" "events/raw_syscalls/$event/filter" && put 1 "events/raw_syscalls/$event/enable" &&
                missing="$missing (raw_syscalls/$event instead)"
        done ;;
    esac
    [ -z "$missing" ] || say "this kernel has no$missing"
    put 'stacktrace if @STACK_CONDITION@' events/lock/contention_begin/trigger ||
        say "no stack traces: a wait for a page-table lock cannot be told from other spinlocks"
    if [ -n "$rss_filter" ] && ! put "$rss_filter" events/kmem/rss_stat/filter; then
        say "rss_stat cannot be filtered; each one is recorded"
        rss_filter=
    fi
}

# The buffer takes a quarter of the memory that is available, at most.
size_buffer() {
    kb=${REAPSCOPE_BUFFER_KB:-@BUFFER_KB@}
    case $kb in *[!0-9]*) fail "REAPSCOPE_BUFFER_KB: $kb is no number of KiB" ;; esac
    if [ -z "${REAPSCOPE_BUFFER_KB:-}" ]; then
        available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
        set -- "$t"/per_cpu/cpu*
        most=$((${available:-4194304} / 4 / $#))
        [ "$kb" -le "$most" ] || kb=$most
    fi
    until put "$kb" buffer_size_kb; do
        kb=$((kb / 2))
        [ "$kb" -ge 16 ] || fail "there is no memory for the ring buffer"
    done
    [ "$kb" = "${REAPSCOPE_BUFFER_KB:-@BUFFER_KB@}" ] || say "memory is short: each CPU has a ring buffer of $kb KiB"
}

set_up() {
    put 0 tracing_on || fail "$t cannot be written"
    size_buffer
    put mono trace_clock || say "the clock is not mono but the kernel's default"
    enable_events
    put 1 options/record-tgid || say "the kernel does not record which process a thread belongs to"
}

# COMMAND runs in the background, since a shell hears signals only while it waits. Shells make what runs there deaf to
# Ctrl+C; env undoes that, where it can. exec keeps the pid, so that the filter holds for COMMAND itself.
record_command() {
    put 1 options/event-fork || say "what $1 forks is not recorded"
    reaper=$(grep -lsx oom_reaper /proc/[0-9]*/comm) && reaper=${reaper%/comm} && put "${reaper##*/}" set_event_pid
    hears_interrupts='env --default-signal=INT,QUIT'
    $hears_interrupts true 2>/dev/null || hears_interrupts=
    recording=yes
    # shellcheck disable=SC2016 # for the inner shell
    $hears_interrupts sh -c 'echo $$ >> "$1/set_event_pid"; echo 1 > "$1/tracing_on"; shift; exec "$@"' record "$t" "$@" \
        <&3 3<&- 8>&- 9>&- &
    wait $! 2>/dev/null
    status=$?
    if [ -n "$caught" ]; then
        end_command
        wait $! 2>/dev/null
        again=$?
        case $again in 127 | -*) ;; *) status=$again ;; esac # the shell has forgotten: the first wait had it
    fi
}

record_everything() {
    recording=yes
    put 1 tracing_on
    say "recording; Enter or Ctrl+C ends it"
    if ! read -r _ <&3; then
        say "no Enter can come from standard input; to end the recording: kill $$"
        while :; do sleep 1; done
    fi
}

# A signal came: number, name. The terminal sends Ctrl+C to COMMAND as well, so that is not passed on at once.
hear() {
    [ -n "$recording" ] || exit "$((128 + $1))"
    caught=$2
    waits=20 # a second signal shortens the patience
    if [ -z "${!:-}" ]; then
        status=$((128 + $1))
        finish
    fi
    case $2$hears_interrupts in
        INT | QUIT) kill -s TERM $! 2>/dev/null ;;
        INT* | QUIT*) ;;
        *) kill -s "$2" $! 2>/dev/null ;;
    esac
}

# COMMAND may have to clean up itself; after that, what is harder to ignore.
end_command() {
    case $caught in
        TERM) set -- KILL ;;
        HUP) set -- TERM KILL ;;
        *) set -- "$caught" TERM KILL ;;
    esac
    for signal in "$@"; do
        ! command_ends 2>/dev/null || return
        [ "$signal" != KILL ] || say "the command does not heed SIG$caught; it is killed"
        kill -s "$signal" $! 2>/dev/null
    done
}

command_ends() {
    waits=0
    while kill -s 0 $!; do
        [ "$waits" -lt 20 ] || return
        sleep 0.1 || sleep 1
        waits=$((waits + 1))
    done
}

finish() {
    trap '' HUP INT QUIT TERM
    put 0 tracing_on
    [ -n "$part" ] || trap 'exit 125' HUP INT QUIT TERM # who reads the pipe may never do so
    entries=$(sed -n 's|^# entries-in-buffer/entries-written: *\([0-9]*\)/\([0-9]*\) .*|\1 \2|p; 8q' "$t/trace")
    kept=${entries% *}
    lost=$((${entries#* } - ${kept:-0}))
    [ "$lost" -le 0 ] ||
        say "$lost entries are lost, the first ones: enlarge the ring buffer, REAPSCOPE_BUFFER_KB=$((kb * 4)), or record for less long"
    if write; then keep; else keep_what_fits; fi
    exit "$status"
}

write() {
    { [ -z "$rss_filter" ] || echo "# reapscope: rss_stat filtered to whole MiB"; } &&
        { [ -z "$only" ] || echo "# reapscope: recorded only one command and what it forked"; } &&
        { [ -z "$caught" ] || echo "# reapscope: ended by SIG$caught"; } &&
        cat "$t/trace"
} >&8

keep() {
    [ -n "$part" ] || return 0
    echo "$finished" 1<> "$part"
    mv -f "$part" "$out" || {
        say "the recording is in $part"
        status=125
    }
    part=
    say "$out has ${kept:-some} entries"
}

# The disk is full, say. A line that is not whole becomes a comment.
keep_what_fits() {
    status=125
    [ -n "$part" ] || fail "$out took only a part of the recording"
    if [ -n "$(tail -c 1 "$part")" ]; then
        from=$(($(wc -c < "$part") - $(tail -n 1 "$part" | wc -c)))
        printf '#' | dd of="$part" bs=1 seek="$from" conv=notrunc 2>/dev/null
    fi
    [ ! -e "$out" ] || out=$out.cut
    mv -f "$part" "$out" && part=
    say "only the beginning of the recording could be written (is the disk full?): it is in $out"
}

clean_up() {
    trap '' HUP INT QUIT TERM
    [ -z "$part" ] || rm -f "$part"
    [ -n "$t" ] || return 0
    put 0 tracing_on
    exec 9>&-
    rmdir "$t" || say "somebody looks into $t; when nobody does: rmdir $t"
}

main() {
    out=${1:-}
    case $out in
        -h | --help) echo "usage: sh record.sh OUTPUT [COMMAND [ARG...]]" && exit 0 ;;
        '') fail "usage: sh record.sh OUTPUT [COMMAND [ARG...]]" ;;
    esac
    shift
    # What is closed would be taken by the next file that is opened.
    (exec 3<&0) 2>/dev/null || exec < /dev/null
    (exec 3>&1) 2>/dev/null || exec > /dev/null
    (exec 3>&2) 2>/dev/null || exec 2> /dev/null
    exec 3<&0
    only=${1:+yes}
    if [ -n "$only" ] && ! command -v "$1" > /dev/null; then
        say "$1: there is no such command"
        exit 127
    fi
    trap clean_up EXIT
    trap 'hear 1 HUP' HUP
    trap 'hear 2 INT' INT
    trap 'hear 3 QUIT' QUIT
    trap 'hear 15 TERM' TERM
    trap : PIPE
    find_tracefs
    open_output
    make_instance
    set_up
    if [ -n "$only" ]; then record_command "$@"; else record_everything; fi
    finish
}

main "$@"
