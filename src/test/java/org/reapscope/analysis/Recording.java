package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of the recording script on a fake tracefs. */
final class Recording implements AutoCloseable {

    private static final long PATIENCE_S = 60;

    private final FakeTracefs tracefs;
    private final Process process;
    private final Path said;

    private Recording(FakeTracefs tracefs, Process process, Path said) {
        this.tracefs = tracefs;
        this.process = process;
        this.said = said;
    }

    /** Starts the script in a folder; nothing comes from standard input until {@link #type}. */
    static Recording start(FakeTracefs tracefs, Path folder, List<String> shell, String... arguments) throws IOException {
        Path script = folder.resolve("record.sh");
        if (!Files.exists(script)) { // a shell that runs it may still be reading
            Files.writeString(script, RecordScript.script(false));
        }
        List<String> command = new ArrayList<>(shell);
        command.add(script.toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(said.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(tracefs.environment());
        return new Recording(tracefs, builder.start(), said);
    }

    long pid() {
        return process.pid();
    }

    /** The instance of this run, once it records; its command, if there is one, has been started by then. */
    Path recording() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S); System.nanoTime() < end; Thread.sleep(10)) {
            for (Path instance : tracefs.instances()) {
                if (instance.getFileName().toString().matches("reapscope-" + pid() + "(-[0-9])?") && records(instance)) {
                    return instance;
                }
            }
        }
        throw new AssertionError("does not record: " + said());
    }

    /** The last thing that is set up is there, and tracing is on. */
    private static boolean records(Path instance) {
        try {
            return Files.exists(instance.resolve("options/record-tgid")) && Files.readString(instance.resolve("tracing_on")).startsWith("1");
        } catch (IOException e) {
            return false;
        }
    }

    Recording type(String text) throws IOException {
        try (var in = process.outputWriter()) {
            in.write(text);
        }
        return this;
    }

    Recording signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, String.valueOf(pid())).start().waitFor();
        return this;
    }

    /** The processes that the script has started and that still run. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Waits for the end. */
    int status() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "still runs");
        return process.exitValue();
    }

    /** What it has said on standard error. */
    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
