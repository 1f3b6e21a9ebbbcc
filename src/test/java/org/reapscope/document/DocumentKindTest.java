package org.reapscope.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sample is opened as what it is, and a file under a wrong name as what it holds. */
final class DocumentKindTest {

    @TempDir
    Path folder;

    @Test
    void samplesAreWhatTheirFolderSays() {
        for (Path sample : Samples.all()) {
            String path = sample.toString();
            assertEquals(path.contains("captures") ? DocumentKind.CAPTURE : path.contains("lessons") ? DocumentKind.LESSON : DocumentKind.SCENARIO,
                    DocumentKind.of(sample), path);
        }
    }

    @Test
    void aScenarioWithoutAnEndingIsOne() throws IOException {
        Path renamed = Files.copy(Samples.named(Path.of("opposite-walks")), folder.resolve("mail-attachment"));
        assertEquals(DocumentKind.SCENARIO, DocumentKind.of(renamed));
    }

    @Test
    void aCopyOfMapsIsOneUnderAnyName() throws IOException {
        Path maps = Files.writeString(folder.resolve("3295"), "00400000-00401000 r-xp 00000000 08:02 173521                             /usr/bin/dbus-daemon\n");
        assertEquals(DocumentKind.SNAPSHOT, DocumentKind.of(maps));
        assertEquals(DocumentKind.SNAPSHOT, DocumentKind.of(folder.resolve("not-there.smaps.gz")));
    }

    @Test
    void whatSaysNothingGoesToTheReadersOfCaptures() throws IOException {
        assertEquals(DocumentKind.CAPTURE, DocumentKind.of(Files.writeString(folder.resolve("notes.txt"), "hello\n")));
        assertEquals(DocumentKind.CAPTURE, DocumentKind.of(folder.resolve("not-there")));
        assertEquals(DocumentKind.SCENARIO, DocumentKind.of(Files.writeString(folder.resolve("x.json"), "{\"a\": 1}")), "JSON that says nothing: the reader of scenarios tells what is missing");
    }
}
