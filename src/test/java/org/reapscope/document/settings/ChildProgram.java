package org.reapscope.document.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program of ours, with the classes under test, that can be killed as kill -9 does. */
public final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private ChildProgram(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the main method of a class. */
    public static ChildProgram start(Class<?> main, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new ChildProgram(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The next line that it says. */
    public String next() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the other program has ended");
        }
        return line;
    }

    /** Kills it; returns what it said before it died and nobody had read. */
    public List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        List<String> rest = said.lines().toList();
        process.waitFor();
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
