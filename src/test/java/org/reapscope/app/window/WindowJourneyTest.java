package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.Note;
import org.reapscope.document.session.SessionFile;
import org.reapscope.document.settings.Theme;
import org.reapscope.picture.TimeView;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.testfx.api.FxToolkit;

/** What a person does with the window, by keyboard, without a display. */
final class WindowJourneyTest {

    private static final Path SAMPLE = Path.of("samples/captures/kill-pinned-cpus.txt.gz").toAbsolutePath();

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openWindow() {
        window = new OpenWindow(folder.resolve("config"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aCaptureOpensOnItsWorstFinding_andKeysLeadOnFromThere() {
        CaptureModel model = window.open(SAMPLE);
        assertNotNull(model.selectedFinding().get());
        assertFalse(model.narration().get().isEmpty());
        TimeView before = model.view().get();
        window.press(KeyCode.W);
        assertTrue(window.ask(() -> model.view().get().widthNs()) < before.widthNs());
        Object first = model.selectedFinding().get();
        window.press(KeyCode.F8);
        assertFalse(first == window.ask(() -> model.selectedFinding().get()));
        window.press(KeyCode.SHIFT, KeyCode.F8);
        assertSame(first, window.ask(() -> model.selectedFinding().get()));
    }

    @Test
    void aCaptureInWhichNobodyIsKilled_opensOnItsFirstEvent() throws Exception {
        Path quiet = Files.writeString(folder.resolve("quiet.txt"), "# tracer: nop\n"
                + "            lmkd-4281    [001] .....  2964.274559: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true\n");
        CaptureModel model = window.open(quiet);
        assertEquals(2_964_274_559_000L, window.ask(() -> model.cursorNs().get()));
        assertEquals(0, window.ask(() -> model.selectedRow().get()));
        assertFalse(model.narration().get().isEmpty());
    }

    @Test
    void aNoteIsWrittenByKeyboard_savedAndFoundAgain() throws Exception {
        Path session = folder.resolve("kill.reapscope.json");
        Path capture = Files.copy(SAMPLE, folder.resolve("kill.txt.gz"));
        CaptureModel model = window.open(capture);
        window.save(model, session);
        window.press(KeyCode.M);
        window.write("who holds mm users");
        window.press(KeyCode.ENTER);
        assertEquals(List.of("who holds mm users"), window.ask(() -> model.notes().stream().map(Note::text).toList()));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.await(() -> SessionFile.read(session).notes().size() == 1);
        window.await(() -> filesIn(folder.resolve("config/journal")) == 0);
        window.close();
        window = new OpenWindow(folder.resolve("other-config"));
        CaptureModel again = window.open(session);
        assertEquals(capture, again.file());
        window.await(() -> again.notes().size() == 1);
        assertEquals(model.view().get(), again.view().get());
    }

    @Test
    void aNoteIsTakenBackAndWrittenAgainByKeys_andTheCommandsSayWhich() {
        CaptureModel model = window.open(SAMPLE);
        window.press(KeyCode.M);
        window.write("who waits");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.SHIFT, KeyCode.M);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("who waits"), window.ask(() -> model.notes().stream().map(Note::text).toList()));
        assertEquals("Undo: note written, “who waits”", window.ask(() -> window.context().commands().titled(Command.UNDO).get()));
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of(), window.ask(() -> List.copyOf(model.notes())));
        window.press(KeyCode.CONTROL, KeyCode.Y);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(2, window.ask(() -> model.notes().size()));
    }

    @Test
    void aDeletedNoteStaysDeletedInTheSession() throws Exception {
        Path session = folder.resolve("kill.reapscope.json");
        CaptureModel model = window.open(Files.copy(SAMPLE, folder.resolve("kill.txt.gz")));
        window.run(() -> model.notes().add(new Note(3, 4, "wrong")));
        window.save(model, session);
        window.run(() -> model.notes().clear());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.await(() -> SessionFile.read(session).notes().isEmpty());
    }

    @Test
    void inARunUndoTakesTheLastStepBack_andSaysWhose() {
        window.run(() -> window.main().open(List.of(Path.of("samples/scenarios/kill-then-mrelease.json").toAbsolutePath())));
        window.await(() -> !window.lookup(".run-timeline").isEmpty() && window.context().jobs().running().get() == 0);
        assertFalse(window.ask(() -> window.context().commands().enabled(Command.UNDO).get()));
        window.press(KeyCode.SPACE);
        window.await(() -> window.context().commands().titled(Command.UNDO).get().startsWith("Undo: step of "));
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> !window.context().commands().enabled(Command.UNDO).get());
        assertTrue(window.ask(() -> window.context().commands().enabled(Command.REDO).get()));
    }

    @Test
    void whatWasNotSavedComesBackAfterTheProgramDied() throws Exception {
        CaptureModel model = window.open(SAMPLE);
        window.press(KeyCode.SHIFT, KeyCode.M);
        assertEquals(1, window.ask(() -> model.notes().size()));
        Path journal = folder.resolve("config/journal");
        window.await(() -> filesIn(journal) == 1);
        window.close();
        pretendItsProgramDied(journal);
        window = new OpenWindow(folder.resolve("config"));
        window.await(() -> !window.captures().all().isEmpty() && !window.captures().all().getFirst().notes().isEmpty());
        assertTrue(window.banners().contains("restored"), window.banners());
    }

    @Test
    void aSessionElsewhereFindsTheCaptureThatThisPersonHasOpened_andNobodyElse() throws Exception {
        Path session = Files.createDirectory(folder.resolve("notes")).resolve("kill.reapscope.json");
        window.save(window.open(SAMPLE), session);
        assertFalse(Files.readString(session).contains(String.valueOf(SAMPLE.getParent())), "the session does not tell where");
        window.close();
        window = new OpenWindow(folder.resolve("config"));
        assertEquals(SAMPLE, window.open(session).file());
        window.close();
        window = new OpenWindow(folder.resolve("other-config"));
        window.run(() -> window.main().open(List.of(session)));
        window.await(() -> window.banners().contains("kill-pinned-cpus.txt.gz is not beside it"));
    }

    @Test
    void notesOfASessionAndNotesThatNobodySavedComeTogether() throws Exception {
        Path session = folder.resolve("kill.reapscope.json");
        Path capture = Files.copy(SAMPLE, folder.resolve("kill.txt.gz"));
        CaptureModel first = window.open(capture);
        window.run(() -> first.notes().add(new Note(1, 2, "saved")));
        window.save(first, session);
        window.close();
        window = new OpenWindow(folder.resolve("other-config"));
        CaptureModel second = window.open(capture);
        window.run(() -> second.notes().add(new Note(3, 4, "not saved")));
        window.open(session);
        window.await(() -> second.notes().size() == 2);
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.await(() -> SessionFile.read(session).notes().size() == 2);
    }

    @Test
    void whatAnotherProgramNotedInTheSameSessionStays() throws Exception {
        Path session = folder.resolve("kill.reapscope.json");
        CaptureModel model = window.open(Files.copy(SAMPLE, folder.resolve("kill.txt.gz")));
        window.save(model, session);
        Files.writeString(session, Files.readString(session).replaceFirst("\"notes\" : \\[",
                "\"notes\" : [ { \"startNs\" : 1, \"endNs\" : 1, \"text\" : \"theirs\" }"));
        window.run(() -> model.notes().add(new Note(3, 4, "ours")));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.await(() -> SessionFile.read(session).notes().stream().map(n -> n.text()).toList().equals(List.of("theirs", "ours")));
    }

    @Test
    void nothingIsSavedOverACaptureThatIsOpen() throws Exception {
        Path capture = Files.copy(SAMPLE, folder.resolve("kill.txt.gz"));
        Path other = Files.createLink(folder.resolve("other.reapscope.json"), capture);
        CaptureModel model = window.open(capture);
        window.run(() -> window.main().saveSession(model, other));
        window.await(() -> window.banners().contains("under another name, which would be lost"));
        assertEquals(-1, Files.mismatch(SAMPLE, capture));
        assertEquals(-1, Files.mismatch(SAMPLE, other));
    }

    @Test
    void theLinesThatASessionBringsAlongStayInIt() throws Exception {
        Path session = Files.writeString(folder.resolve("brought.reapscope.json"), OpeningWritesNothingTest.sessionWithLines());
        CaptureModel model = window.open(session);
        assertTrue(model.file().startsWith(folder.resolve("config")), model.file().toString());
        window.run(() -> model.notes().add(new Note(3, 4, "mine")));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.await(() -> SessionFile.read(session).notes().size() == 1);
        assertTrue(SessionFile.read(session).source().excerpt().orElse("").contains("signal_generate"));
        assertEquals("kill.txt", SessionFile.read(session).source().name());
        assertFalse(window.banners().contains("has changed"), window.banners());
        assertEquals(List.of(session), window.ask(() -> window.context().preferences().settings().get().recent()));
    }

    @Test
    void thePaletteRunsACommandByAFewLetters() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.write("next them");
        window.press(KeyCode.ENTER);
        assertEquals(Theme.LIGHT, window.ask(() -> window.context().appearance().theme().get()));
        assertTrue(window.ask(() -> window.lookup(".palette").isEmpty()));
    }

    @Test
    void theKeySheetOpensAndClosesByKeyboard() {
        window.press(KeyCode.F1);
        assertFalse(window.ask(() -> window.lookup(".key-sheet").isEmpty()));
        window.press(KeyCode.ESCAPE);
        assertTrue(window.ask(() -> window.lookup(".key-sheet").isEmpty()));
    }

    @Test
    void lettersTypedIntoAFieldAreNoCommands() {
        CaptureModel model = window.open(SAMPLE);
        TextField filter = window.ask(() -> (TextField) window.lookup(".tasks .text-field").getFirst());
        window.run(filter::requestFocus);
        TimeView before = model.view().get();
        window.write("victim");
        assertEquals("victim", window.ask(filter::getText));
        assertEquals(before, model.view().get());
        ListView<?> cards = window.ask(() -> (ListView<?>) window.lookup(".tasks .list-view").getFirst());
        assertTrue(window.ask(() -> cards.getItems().stream().allMatch(t -> t.toString().contains("victim"))));
    }

    @Test
    void aFileThatIsNoCaptureIsSaidOnce_withItsName() throws Exception {
        Path bad = Files.writeString(folder.resolve("shopping-list.txt"), "milk\nbread\n");
        window.run(() -> window.main().open(List.of(bad, bad, folder.resolve("gone.txt"))));
        window.await(() -> window.banners().contains("shopping-list.txt"));
        assertTrue(window.banners().contains("gone.txt: no such file"), window.banners());
        assertEquals(2, window.ask(() -> window.main().notices().size()));
        assertTrue(window.ask(() -> window.captures().all().isEmpty()));
    }

    @Test
    void textGrowsToThreeTimesItsSize_andBack() {
        Label heading = window.ask(() -> (Label) window.lookup(".welcome .title").getFirst());
        double normal = window.ask(() -> heading.getFont().getSize());
        window.run(() -> window.context().preferences().change(s -> s.withTextPercent(900)));
        assertEquals(3 * normal, window.ask(() -> heading.getFont().getSize()), 0.01);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(normal, window.ask(() -> heading.getFont().getSize()), 0.01);
    }

    private static long filesIn(Path journal) throws Exception {
        if (!Files.isDirectory(journal)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(f -> f.toString().endsWith(SessionFile.ENDING)).count();
        }
    }

    private static void pretendItsProgramDied(Path journal) throws Exception {
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.filter(SessionFile::named).toList()) {
                String name = file.getFileName().toString();
                Files.move(file, file.resolveSibling("4000000001" + name.substring(name.indexOf('-'))));
            }
        }
    }
}
