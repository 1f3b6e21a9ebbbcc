package org.reapscope.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OutputFileTest {

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.writeString(Files.createDirectory(folder.resolve("in")).resolve("trace.txt"), "the only copy");
    }

    @Test
    void theInputItselfIsNoOutput_howeverItIsNamed() throws IOException {
        refused(input);
        refused(folder.resolve("in/../in/./trace.txt"));
        refused(Path.of("").toAbsolutePath().relativize(input));
        refused(Files.createLink(folder.resolve("hard"), input));
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "on Windows making a symbolic link takes a right that few have")
    void linksToTheInputAreTheInput() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("in/trace.txt"));
        refused(link);
        refused(Files.createSymbolicLink(folder.resolve("second"), link));
        refused(Files.createSymbolicLink(folder.resolve("elsewhere"), folder.resolve("in")).resolve("trace.txt"));
        assertThrows(IOException.class, () -> OutputFile.of(input, List.of(link)));
    }

    @Test
    void anotherCaseIsTheInputWhereTheSystemSaysSo() throws IOException {
        assumeTrue(Files.exists(folder.resolve("in/TRACE.TXT")), "on this file system another case is another file");
        refused(folder.resolve("in/TRACE.TXT"));
    }

    @Test
    void whatIsNotReadIsWritten_andInputsNeedNotBeThere() throws IOException {
        Path output = Files.writeString(folder.resolve("out.csv"), "old");
        OutputFile.of(output, List.of(input, folder.resolve("gone"))).write("new".getBytes(StandardCharsets.UTF_8));
        assertEquals("new", Files.readString(output));
        assertEquals("the only copy", Files.readString(input));
    }

    @Test
    void aFolderIsRefusedBeforeAnyWorkIsDone() {
        assertEquals(folder + ": is a folder; name a file in it",
                assertThrows(IOException.class, () -> OutputFile.of(folder, List.of())).getMessage());
    }

    @Test
    void foldersAreNotMadeOfASlipOfThePen() {
        Path slip = folder.resolve("resluts/out.csv");
        assertEquals(slip + ": there is no folder " + folder.resolve("resluts") + "; make it, or choose another place",
                assertThrows(IOException.class, () -> OutputFile.of(slip, List.of())).getMessage());
    }

    private void refused(Path output) throws IOException {
        String message = String.valueOf(assertThrows(IOException.class, () -> OutputFile.of(output, List.of(input))).getMessage());
        assertEquals(output + ": is the input " + (output.equals(input) ? "itself" : input + " under another name")
                + ", which would be lost; name another file for the output", message);
        assertEquals("the only copy", Files.readString(input));
    }
}
