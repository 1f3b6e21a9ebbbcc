package org.reapscope.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValueTest {

    private static final String TEXT = "{\"title\": \"L\u00e4rm \u65e5\u672c\",\n// a comment\n\"n\": 7}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-8,true", "UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false", "UTF-32BE,true"})
    void inUtf8AndUtf16_markedOrNot_itIsRead(String charset, boolean marked) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), ((marked ? "\ufeff" : "") + TEXT.replace("\n", "\r\n")).getBytes(Charset.forName(charset)));
        assertEquals("L\u00e4rm \u65e5\u672c", JsonValue.read(file).get("title").text());
        assertTrue(JsonHead.of(file).json());
        assertTrue(assertThrows(JsonFileException.class, () -> JsonValue.read(file).get("n").text()).getMessage() instanceof String said
                && said.startsWith("a.json:3: n: "));
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1,0xe4", "windows-1252,0xe4", "ISO-8859-15,0xe4", "IBM437,0x84"})
    void inAnythingElse_itIsRefusedWithTheLine(String charset, String octet) throws IOException {
        Path file = Files.write(folder.resolve("a.json"), "{\"n\": 7,\n \"title\": \"L\u00e4rm\"}".getBytes(Charset.forName(charset)));
        IOException e = assertThrows(IOException.class, () -> JsonValue.read(file));
        assertTrue(String.valueOf(e.getMessage()).startsWith("a.json:2: the byte " + octet + " at column 13 is not UTF-8; "), e::getMessage);
    }

    @Test
    void cutInTheMiddleOfALetter_itIsRefused() throws IOException {
        byte[] whole = "{\"title\": \"L\u00e4".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("a.json"), java.util.Arrays.copyOf(whole, whole.length - 1));
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> JsonValue.read(file)).getMessage()).startsWith("a.json:1: the byte 0xc3"));
    }

    @Test
    void aFolderAndAPackedFile_areToldByWhatTheyAre() throws IOException {
        assertEquals(folder.getFileName() + ": this is a folder; name a file in it",
                assertThrows(IOException.class, () -> JsonValue.read(folder)).getMessage());
        Path packed = Files.write(folder.resolve("a.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> JsonValue.read(packed)).getMessage()).startsWith("a.json.gz: it is packed with gzip; unpack it first"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "x:0: is empty; expected a JSON object"),
                Arguments.of("[".repeat(60_000), "x:1: has brackets within brackets more than 50 deep"),
                Arguments.of("{\"a\":".repeat(60_000), "x:1: has brackets within brackets more than 50 deep"),
                Arguments.of("{\"n\": " + "9".repeat(5000) + "}", "x:1: has a number of more than a thousand digits"),
                Arguments.of("{\n\"a\": 1,\n\"a\": 2}", "x:3: a: stands here a second time; keep one of the two"),
                Arguments.of("{\n\"a\": [1,\n2", "x:3: is not JSON: expected more, but the text ends"),
                Arguments.of("{\"a\": 'x'}", "x:1: is not JSON: unexpected character (''' "),
                Arguments.of("{\"a\": nan}", "x:1: is not JSON: unrecognized token 'nan'"),
                Arguments.of("{\"a\": NaN}", "x:1: is not JSON: non-standard token 'NaN'; look at"),
                Arguments.of("{\"a\": +1}", "x:1: is not JSON: unexpected character ('+' "),
                Arguments.of("{\"a\" 1}", "x:1: is not JSON: unexpected character ('1' "),
                Arguments.of("{\"a\": \"\u0001\"}", "x:1: is not JSON: illegal unquoted character"),
                Arguments.of("# tracer: nop\n#\n", "x:1: is the text of a trace, not JSON; name it to analyze"),
                Arguments.of("{} {}", "x:1: more text after the end of the object"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatIsNoJson_isToldInOneLine_withoutTheParsersWords(String text, String message) {
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> JsonValue.parse("x", text)).getMessage());
        assertEquals(message.replace("x:0:", "x:"), said.substring(0, Math.min(message.replace("x:0:", "x:").length(), said.length())), said);
        Mutations.assertForPeople(said);
        assertTrue(!said.contains("Source:") && !said.contains("(code "), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-1", "6", "1e9", "9223372036854775808", "1e-3", "1e2147483647", "-1e2147483647", "1e-2147483647", "true", "null", "\"3\"", "[3]"})
    void aNumberOutOfItsRange_isToldWithTheRange(String number) {
        JsonFileException e = assertThrows(JsonFileException.class, () -> JsonValue.parse("x", "{\"n\": " + number + "}").number("n", 0, 5, 0));
        assertTrue(String.valueOf(e.getMessage()).startsWith("x:1: n: expected a whole number from 0 to 5, found "), e::getMessage);
    }
}
