package org.reapscope.document.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.settings.ChildProgram;

final class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void whatADeadProgramLeftIsTakenOver_once() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        leave(capture, 2);
        Journal next = new Journal(folder);
        assertEquals(List.of(new Journal.Left(capture, session(capture, 2))), next.takeLeftBehind());
        assertEquals(List.of(), next.takeLeftBehind());
        assertEquals(1, sessions().size(), "it is in the journal of the one that took it");
    }

    @Test
    void aProgramThatStillRunsKeepsItsJournal_untilItIsKilled() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        Journal next = new Journal(folder);
        try (ChildProgram other = ChildProgram.start(Writes.class, folder, capture, 1)) {
            other.next();
            assertEquals(List.of(), next.takeLeftBehind());
            assertEquals(List.of(), new Journal(folder).takeLeftBehind());
            other.kill();
        }
        assertEquals(List.of(new Journal.Left(capture, session(capture, 1))), next.takeLeftBehind());
    }

    @Test
    void whatSaysThatAProgramLivesGoesWhenItDoesNot() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        try (ChildProgram other = ChildProgram.start(Writes.class, folder, capture, 1)) {
            other.next();
            new Journal(folder).takeLeftBehind();
            assertEquals(2, names(folder.resolve("journal")).size());
            Files.delete(sessions().getFirst());
            other.kill();
        }
        new Journal(folder).takeLeftBehind();
        assertEquals(List.of(), names(folder.resolve("journal")));
    }

    @Test
    void theNotesOfTwoProgramsOnOneCaptureAreAllTaken() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        leave(capture, 2);
        Path first = sessions().getFirst();
        Files.writeString(first, Files.readString(first).replace("note 0", "by the first"));
        leave(capture, 2);
        leave(folder.resolve("other.txt"), 1);
        List<Journal.Left> left = new Journal(folder).takeLeftBehind();
        assertEquals(2, left.size());
        assertEquals(Set.of("by the first", "note 0", "note 1"),
                left.stream().flatMap(l -> l.session().notes().stream()).map(Session.Note::text).collect(Collectors.toSet()));
    }

    @Test
    void whatIsTakenOverDoesNotTakeTheFreshNotesAway() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        leave(capture, 2);
        Journal journal = new Journal(folder);
        journal.keep(capture, with(capture, List.of("written before the others were found")), List.of());
        journal.takeLeftBehind();
        journal.keep(capture, with(capture, List.of("written before the others were found", "and after")), List.of());
        assertEquals(List.of("note 0", "note 1", "written before the others were found", "and after"),
                SessionFile.readOwn(sessions().getFirst()).notes().stream().map(Session.Note::text).toList());
    }

    @Test
    void whatIsSavedElsewhereIsForgotten() throws IOException {
        Path capture = folder.resolve("tiny.txt");
        Journal journal = new Journal(folder);
        journal.keep(capture, session(capture, 1), List.of());
        journal.forget(capture);
        assertEquals(List.of(), sessions());
    }

    @Test
    void aJournalCutShortIsSetAside_asOftenAsItHappens_andTheOthersAreTaken() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        leave(capture, 1);
        for (String aside : List.of(".broken", ".2.broken")) {
            Path broken = Files.writeString(folder.resolve("journal/0123456789abcdef-0123456789abcdef.reapscope.json"), "{\"format\":" + aside);
            new Journal(folder).takeLeftBehind();
            assertEquals("{\"format\":" + aside, Files.readString(broken.resolveSibling(broken.getFileName() + aside)));
        }
        assertEquals(1, sessions().size());
    }

    @Test
    void noNoteThatWasKeptIsLostWhenTheProgramIsKilled() throws Exception {
        Path capture = folder.resolve("tiny.txt");
        for (int killed = 1; killed < 5; killed++) {
            Path config = folder.resolve("config" + killed);
            List<String> said = new ArrayList<>();
            try (ChildProgram writer = ChildProgram.start(Writes.class, config, capture, 1000)) {
                for (int n = 0; n < 3 * killed; n++) {
                    said.add(writer.next());
                }
                said.addAll(writer.kill());
            }
            List<Journal.Left> left = new Journal(config).takeLeftBehind();
            List<String> found = left.getFirst().session().notes().stream().map(Session.Note::text).toList();
            assertTrue(found.size() >= said.size() && found.size() <= said.size() + 1, found.size() + " notes of " + said.size());
            assertEquals(IntStream.range(0, found.size()).mapToObj(n -> "note " + n).toList(), found);
            assertEquals(List.of(), names(config.resolve("journal")).stream().filter(n -> n.endsWith(".new")).toList(), "half a file is left");
        }
    }

    private void leave(Path capture, int notes) throws Exception {
        try (ChildProgram other = ChildProgram.start(Writes.class, folder, capture, notes)) {
            for (int n = 0; n < notes; n++) {
                other.next();
            }
            other.kill();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private List<Path> sessions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            return files.filter(SessionFile::named).toList();
        }
    }

    private static Session session(Path capture, int notes) {
        return with(capture, IntStream.range(0, notes).mapToObj(n -> "note " + n).toList());
    }

    private static Session with(Path capture, List<String> notes) {
        return new Session(new Session.Source(capture.toString(), "tiny.txt", 0, "", Optional.empty()), Optional.empty(),
                new Session.Cursors(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                notes.stream().map(text -> new Session.Note(new Session.Span(5, 9), text)).toList(),
                new Session.Lanes(List.of(), List.of()), List.of());
    }

    /** Writes one note after the other, says so after each, and waits. */
    static final class Writes {

        public static void main(String[] args) throws Exception {
            Journal journal = new Journal(Path.of(args[0]));
            Path capture = Path.of(args[1]);
            for (int n = 1; n <= Integer.parseInt(args[2]); n++) {
                journal.keep(capture, session(capture, n), List.of());
                System.out.println(n);
            }
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
