package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;

/** Lets every shell there is run the recording script on a fake tracefs: it keeps what it has, passes on, cleans up. */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("shells")
final class RecordScriptTest {

    private static final String NOTED_RSS = "# reapscope: rss_stat filtered to whole MiB";
    private static final String NOTED_COMMAND = "# reapscope: recorded only one command and what it forked";

    @TempDir
    private Path folder;

    @Parameter
    private List<String> shell = List.of();

    private FakeTracefs tracefs;
    private Path out;

    static List<List<String>> shells() {
        return Stream.of(List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"))
                .filter(command -> Files.isDirectory(Path.of("/proc/self/fd")) && isInstalled(command)).toList();
    }

    private static boolean isInstalled(List<String> command) {
        try {
            return run(command, "-c", "exit 0") == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static int run(List<String> command, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        Collections.addAll(all, arguments);
        return new ProcessBuilder(all).inheritIO().start().waitFor();
    }

    @BeforeEach
    void makeTracefs() throws IOException {
        tracefs = FakeTracefs.in(folder);
        out = folder.resolve("out.txt");
    }

    private Recording start(String... arguments) throws IOException {
        return Recording.start(tracefs, folder, shell, arguments);
    }

    @Test
    void theCommandsStatusIsPassedOn_andTheFileIsWhatTheReaderOpens() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sh", "-c", "exit 3")) {
            assertEquals(3, run.status(), run.said());
        }
        assertEquals(List.of(), tracefs.instances());
        Trace trace = Captures.open(out);
        trace.lines().close();
        assertEquals(FakeTracefs.ENTRIES.size(), trace.size());
        assertEquals(List.of(), trace.rejected());
        assertEquals(List.of("The recording script noted: rss_stat filtered to whole MiB.",
                "The recording script noted: recorded only one command and what it forked."), trace.source().remarks());
        Path made = Files.createFile(folder.resolve("made"));
        assertEquals(Files.getPosixFilePermissions(made), Files.getPosixFilePermissions(out), "as any file of this user");
    }

    @Test
    void aCommandKilledIsToldAsShellsDo() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sh", "-c", "kill -9 $$")) {
            assertEquals(128 + 9, run.status(), run.said());
        }
        assertWhole(NOTED_RSS, NOTED_COMMAND);
    }

    @Test
    void aSignalEndsTheCommand_andKeepsWhatWasRecorded() throws IOException, InterruptedException {
        for (String signal : List.of("TERM", "HUP")) {
            try (Recording run = start("out.txt", "sleep", "600")) {
                run.recording();
                List<ProcessHandle> children = run.children();
                assertEquals(signal.equals("HUP") ? 129 : 143, run.signal(signal).status(), run.said());
                assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "left behind: " + children);
            }
            assertWhole(NOTED_RSS, NOTED_COMMAND, "# reapscope: ended by SIG" + signal);
        }
    }

    @Test
    void aCommandMayCleanUpItself() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sh", "-c", "trap 'exit 9' TERM; : > ready; while :; do sleep 0.1; done")) {
            run.recording();
            await(folder.resolve("ready"));
            assertEquals(9, run.signal("TERM").status(), run.said());
        }
        assertWhole(NOTED_RSS, NOTED_COMMAND, "# reapscope: ended by SIGTERM");
    }

    @Test
    void aCommandThatIgnoresSignalsIsKilled() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sh", "-c", "trap '' TERM; : > ready; while :; do sleep 0.1; done")) {
            run.recording();
            await(folder.resolve("ready"));
            assertEquals(137, run.signal("TERM").status(), run.said());
            assertTrue(run.said().contains("does not heed SIGTERM; it is killed"), run.said());
        }
        assertWhole(NOTED_RSS, NOTED_COMMAND, "# reapscope: ended by SIGTERM");
    }

    @Test
    void withoutACommandEnterEndsIt() throws IOException, InterruptedException {
        try (Recording run = start("out.txt")) {
            run.recording();
            assertEquals(0, run.type("\n").status(), run.said());
        }
        assertWhole(NOTED_RSS);
    }

    @Test
    void withoutACommandASignalEndsIt() throws IOException, InterruptedException {
        for (String signal : List.of("INT", "QUIT", "TERM", "HUP")) {
            int number = switch (signal) {
                case "HUP" -> 1;
                case "INT" -> 2;
                case "QUIT" -> 3;
                default -> 15;
            };
            try (Recording run = start("out.txt")) {
                run.recording();
                assertEquals(128 + number, run.signal(signal).status(), run.said());
            }
            assertWhole(NOTED_RSS, "# reapscope: ended by SIG" + signal);
        }
    }

    @Test
    void whereNoEnterCanComeItRecordsUntilASignal() throws IOException, InterruptedException {
        for (String redirection : List.of("</dev/null", "<&-")) {
            List<String> without = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + redirection, "sh"));
            without.addAll(shell);
            try (Recording run = Recording.start(tracefs, folder, without, "out.txt")) {
                run.recording();
                await(() -> run.said().contains("no Enter can come"));
                assertEquals(143, run.signal("TERM").status(), run.said());
            }
            assertWhole(NOTED_RSS, "# reapscope: ended by SIGTERM");
        }
    }

    @Test
    void standardInputIsTheCommands() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sh", "-c", "cat > typed").type("hello")) {
            assertEquals(0, run.status(), run.said());
        }
        assertEquals("hello", Files.readString(folder.resolve("typed")));
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsRecorded() throws IOException, InterruptedException {
        Files.writeString(out, "older");
        assertRefused(127, "no-such-command: there is no such command", "out.txt", "no-such-command");
        assertRefused(125, "no-such-folder/out.txt cannot be written", "no-such-folder/out.txt", "touch", "ran");
        assertRefused(125, "fake is a folder", "fake", "touch", "ran");
        assertRefused(125, "usage: sh record.sh OUTPUT", "");
        assertEquals("older", Files.readString(out));
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void aDiskThatIsFullKeepsTheBeginning_andTheFileSaysSo() throws IOException, InterruptedException {
        tracefs.holds(Collections.nCopies(100, FakeTracefs.ENTRIES.getFirst()), 0);
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
        limited.addAll(shell);
        try (Recording run = Recording.start(tracefs, folder, limited, "out.txt", "true")) {
            assertEquals(125, run.status(), run.said());
            assertTrue(run.said().contains("only the beginning of the recording could be written"), run.said());
        }
        List<String> lines = Files.readAllLines(out);
        assertEquals("# reapscope: cut off while it was written; the end is missing", lines.getFirst());
        assertTrue(lines.getLast().startsWith("#"), "a cut line is a comment: " + lines.getLast());
        lines.stream().filter(line -> !line.startsWith("#")).forEach(line -> assertEquals(FakeTracefs.ENTRIES.getFirst(), line));
        assertEquals(List.of(), tracefs.instances());
    }

    @Test
    void twoAtOnceDoNotMeet_andTheDeadAreClearedAwayByTheLiving() throws IOException, InterruptedException {
        try (Recording dead = start("dead.txt", "sleep", "600"); Recording live = start("out.txt", "sleep", "600")) {
            Path left = dead.recording();
            Path used = live.recording();
            List<ProcessHandle> orphans = dead.children();
            dead.signal("KILL").status();
            try (Recording next = start("next.txt", "true")) {
                assertEquals(0, next.status(), next.said());
                assertTrue(next.said().contains("removed " + left.getFileName() + ", left behind"), next.said());
            }
            orphans.forEach(ProcessHandle::destroyForcibly);
            assertEquals(List.of(used), tracefs.instances());
            assertEquals("1", Files.readString(used.resolve("tracing_on")).strip());
            assertEquals(143, live.signal("TERM").status(), live.said());
        }
        assertEquals(List.of(), tracefs.instances());
    }

    @Test
    void twoMayWriteOneFile_andLeaveNothingElse() throws IOException, InterruptedException {
        try (Recording one = start("out.txt", "sleep", "600"); Recording other = start("out.txt", "sleep", "600")) {
            one.recording();
            other.recording();
            assertEquals(143, one.signal("TERM").status(), one.said());
            assertEquals(143, other.signal("TERM").status(), other.said());
        }
        assertWhole(NOTED_RSS, NOTED_COMMAND, "# reapscope: ended by SIGTERM");
    }

    @Test
    void itRecordsTheCommandAlone_withTheCallsThatTellDescriptors() throws IOException, InterruptedException {
        try (Recording run = start("out.txt", "sleep", "600")) {
            Path instance = run.recording();
            await(() -> !Files.readString(instance.resolve("set_event_pid")).isBlank());
            List<String> recorded = Files.readAllLines(instance.resolve("set_event_pid"));
            assertTrue(run.children().stream().anyMatch(child -> recorded.contains(String.valueOf(child.pid()))), recorded.toString());
            assertEquals("1", Files.readString(instance.resolve("events/syscalls/sys_enter_close/enable")).strip());
            assertEquals("1", Files.readString(instance.resolve("options/event-fork")).strip());
            assertEquals("!(size & 0xfffff)", Files.readString(instance.resolve("events/kmem/rss_stat/filter")).strip());
        }
        try (Recording run = start("out.txt")) {
            Path instance = run.recording();
            assertEquals("0", Files.readString(instance.resolve("events/syscalls/sys_enter_close/enable")).strip(), "a flood");
            assertEquals("1", Files.readString(instance.resolve("events/syscalls/sys_enter_pidfd_open/enable")).strip());
            assertEquals("", Files.readString(instance.resolve("set_event_pid")));
        }
    }

    @Test
    void whatTheKernelLacksIsSaid_andTheRestRecorded() throws IOException, InterruptedException {
        tracefs.lacks("mmap/exit_mmap");
        for (String event : FakeTracefs.events(RecordScript.script(false))) {
            if (event.startsWith("syscalls/")) {
                tracefs.lacks(event);
            }
        }
        tracefs.has("raw_syscalls/sys_enter");
        try (Recording run = start("out.txt", "true")) {
            assertEquals(0, run.status(), run.said());
            assertTrue(run.said().contains("this kernel has no mmap/exit_mmap syscalls/"), run.said());
            assertTrue(run.said().contains("(raw_syscalls/sys_enter instead)"), run.said());
        }
        assertWhole(NOTED_RSS, NOTED_COMMAND);
    }

    @Test
    void lostEntriesAreTold_withWhatToEnlarge() throws IOException, InterruptedException {
        tracefs.holds(FakeTracefs.ENTRIES, 41);
        try (Recording run = start("out.txt", "true")) {
            assertEquals(0, run.status(), run.said());
            assertTrue(run.said().contains("41 entries are lost"), run.said());
            assertTrue(run.said().contains("REAPSCOPE_BUFFER_KB="), run.said());
        }
    }

    @Test
    void theShellTakesBothScripts() throws IOException, InterruptedException {
        for (boolean every : new boolean[] {false, true}) {
            Path script = Files.writeString(folder.resolve("script"), RecordScript.script(every));
            assertEquals(0, run(shell, "-n", script.toString()));
        }
    }

    private void assertRefused(int status, String said, String... arguments) throws IOException, InterruptedException {
        try (Recording run = start(arguments)) {
            assertEquals(status, run.status(), run.said());
            assertTrue(run.said().contains(said), run.said());
        }
        assertEquals(List.of(), tracefs.instances());
        assertEquals(List.of(), parts());
    }

    /** The file holds all entries behind these comments, and nothing else is left. */
    private void assertWhole(String... notes) throws IOException {
        List<String> lines = Files.readAllLines(out);
        List<String> expected = new ArrayList<>(List.of("# Recorded by the script that reapscope record-script prints."));
        Collections.addAll(expected, notes);
        assertEquals(expected, lines.subList(0, lines.indexOf("# tracer: nop")));
        assertEquals(FakeTracefs.ENTRIES, lines.subList(lines.size() - FakeTracefs.ENTRIES.size(), lines.size()));
        assertEquals(List.of(), tracefs.instances());
        assertEquals(List.of(), parts());
        Files.delete(out);
    }

    private List<String> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.contains(".part-")).toList();
        }
    }

    private static void await(Path file) throws IOException, InterruptedException {
        await(() -> Files.exists(file));
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        for (int tries = 0; tries < 6000 && !condition.holds(); tries++) {
            Thread.sleep(10);
        }
        assertTrue(condition.holds());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }
}
