package org.reapscope.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A command as a person would start it: what it printed and its exit status. */
record CommandRun(int status, String out, String err) {

    static CommandRun of(String... args) {
        return to(new ByteArrayOutputStream(), args);
    }

    /** The same with standard output at {@code printed}. */
    static CommandRun to(OutputStream printed, String... args) {
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int status = ReapscopeCommand.run(printed, complained, args);
        return new CommandRun(status, printed instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "",
                complained.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
