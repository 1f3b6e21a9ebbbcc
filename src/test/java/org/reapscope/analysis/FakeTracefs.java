package org.reapscope.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that behaves like tracefs as far as the recording script can tell: instances are made full of files, and cannot
 * be removed while one of their files is open. Stand-ins for {@code mkdir} and {@code rmdir} do that.
 */
final class FakeTracefs {

    static final List<String> ENTRIES = List.of(
            "            lmkd-41      (     41) [000] ...1.     7.000001: sys_process_mrelease(pidfd: 5, flags: 0)",
            "            lmkd-41      (     41) [000] ...1.     7.000009: sys_process_mrelease -> 0x0",
            "          victim-42      (     42) [001] ...1.     7.000011: sched_process_exit: comm=victim pid=42 prio=120 group_dead=true");

    private static final String MKDIR = """
            #!/bin/sh
            case $1 in "$FAKE"/instances/*) ;; *) exit 1 ;; esac
            if [ -e "$1" ]; then echo "$1 exists" >&2; exit 1; fi
            cp -R "$FAKE/instance" "$FAKE/made.$$" && mv "$FAKE/made.$$" "$1"
            """;
    private static final String RMDIR = """
            #!/bin/sh
            case $1 in "$FAKE"/instances/*) ;; *) exit 1 ;; esac
            busy() { ls -l /proc/[0-9]*/fd 2>/dev/null | grep -q -F -e "-> $1/"; }
            if busy "$1"; then echo "$1 is busy" >&2; exit 1; fi
            mv "$1" "$FAKE/gone.$$" || exit
            if busy "$FAKE/gone.$$"; then mv "$FAKE/gone.$$" "$1"; exit 1; fi
            rm -r "$FAKE/gone.$$"
            """;
    private static final Pattern EVENT = Pattern.compile("^ {4}([a-z_]+/[a-z_0-9]+)'?$", Pattern.MULTILINE);

    private final Path root;

    private FakeTracefs(Path root) {
        this.root = root;
    }

    /** A tracefs below this folder whose kernel has every event. */
    static FakeTracefs in(Path folder) throws IOException {
        FakeTracefs fake = new FakeTracefs(Files.createDirectories(folder.resolve("fake")));
        Files.createDirectories(fake.root.resolve("instances"));
        Path instance = Files.createDirectories(fake.root.resolve("instance"));
        for (String event : events(RecordScript.script(false))) {
            Path made = Files.createDirectories(instance.resolve("events").resolve(event));
            Files.writeString(made.resolve("enable"), "0\n");
        }
        Files.writeString(instance.resolve("events/lock/contention_begin/trigger"), "# Available triggers:\n");
        Files.createDirectories(instance.resolve("options"));
        Files.createDirectories(instance.resolve("per_cpu/cpu0"));
        for (String file : List.of("trace_marker", "set_event_pid", "buffer_size_kb", "trace_clock")) {
            Files.createFile(instance.resolve(file));
        }
        Files.writeString(instance.resolve("tracing_on"), "1\n");
        fake.holds(ENTRIES, 0);
        Path programs = Files.createDirectories(fake.root.resolve("bin"));
        Files.writeString(programs.resolve("mkdir"), MKDIR).toFile().setExecutable(true);
        Files.writeString(programs.resolve("rmdir"), RMDIR).toFile().setExecutable(true);
        return fake;
    }

    /** The events that a script asks for. */
    static List<String> events(String script) {
        return EVENT.matcher(script).results().map(match -> match.group(1)).toList();
    }

    /** What every instance's {@code trace} shows from now on. */
    void holds(List<String> entries, int lost) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# tracer: nop", "#",
                "# entries-in-buffer/entries-written: " + entries.size() + "/" + (entries.size() + lost) + "   #P:2", "#"));
        lines.addAll(entries);
        Files.write(root.resolve("trace"), lines);
        Path link = root.resolve("instance/trace");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, root.resolve("trace"));
        }
    }

    /** The kernel has no such event from now on. */
    void lacks(String event) throws IOException {
        Path folder = root.resolve("instance/events").resolve(event);
        Files.delete(folder.resolve("enable"));
        Files.delete(folder);
    }

    /** The kernel has this event, too. */
    void has(String event) throws IOException {
        Files.createFile(Files.createDirectories(root.resolve("instance/events").resolve(event)).resolve("enable"));
    }

    /** The instances that there are now. */
    List<Path> instances() throws IOException {
        try (Stream<Path> found = Files.list(root.resolve("instances"))) {
            return found.sorted().toList();
        }
    }

    /** What makes the script take this for tracefs. */
    Map<String, String> environment() {
        return Map.of("REAPSCOPE_TRACEFS", root.toString(), "FAKE", root.toString(),
                "PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
    }
}
