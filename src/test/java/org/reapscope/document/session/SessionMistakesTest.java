package org.reapscope.document.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.json.Mutations;
import org.reapscope.base.json.Mutations.Mutant;

/** Whatever single mistake is made in a session: it is told by file and line; nothing that somebody wrote gets lost in silence. */
final class SessionMistakesTest {

    @TempDir
    private Path folder;

    @Test
    void everyMistake_isToldByFile_orTheSessionIsRead() throws IOException {
        String good = Mutations.resource("rich-session.json");
        int refused = 0;
        for (Mutant mutant : Mutations.of(good)) {
            Path file = Files.writeString(folder.resolve("x.reapscope.json"), mutant.text());
            try {
                SessionFile.read(file);
            } catch (SessionException e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(message.startsWith(file.toString()) && message.contains("; "), message);
                Mutations.assertForPeople(mutant.name() + message.substring(file.toString().length()));
                refused++;
            }
        }
        assertTrue(refused > 400, "refused " + refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "notes": [     | "notes": "mine", "x": [ | :7: notes: expected a list in [ ], found "mine"
            "endNs": 9     | "endNs": 4              | :7: notes[0].endNs: expected a time from "startNs" on, which is 5, found 4
            "atNs": 346439849000 | "atNs": "now"     | :6: cursors.atNs: expected a whole number
            "pinned": [    | "pinned": [1,           | :8: lanes.pinned[0]: expected text in quotes, found 1
            """)
    void whatWouldBeLost_isToldWithItsLine(String right, String wrong, String message) throws IOException {
        Path file = folder.resolve("x.reapscope.json");
        Files.writeString(file, Mutations.resource("rich-session.json").replace(right.strip(), wrong.strip()));
        String said = String.valueOf(assertThrows(SessionException.class, () -> SessionFile.read(file)).getMessage());
        assertTrue(said.startsWith(file + message), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void inAnotherEncoding_itIsTheSame(String charset) throws IOException {
        String text = Mutations.resource("rich-session.json");
        Path plain = Files.writeString(folder.resolve("a.reapscope.json"), text);
        Path other = Files.write(folder.resolve("b.reapscope.json"), ("\ufeff" + text).getBytes(Charset.forName(charset)));
        assertEquals(SessionFile.read(plain), SessionFile.read(other));
        assertTrue(SessionFile.is(Files.copy(other, folder.resolve("renamed.txt"))));
    }

    @Test
    void inLatin1_itIsRefusedByName() throws IOException {
        Path file = Files.write(folder.resolve("c.reapscope.json"),
                Mutations.resource("rich-session.json").replace("who holds", "wer h\u00e4lt").getBytes(StandardCharsets.ISO_8859_1));
        String said = String.valueOf(assertThrows(SessionException.class, () -> SessionFile.read(file)).getMessage());
        assertTrue(said.startsWith(file + ":7: the byte 0xe4 at column ") && said.contains("Latin-1") && said.contains("iconv"), said);
    }
}
