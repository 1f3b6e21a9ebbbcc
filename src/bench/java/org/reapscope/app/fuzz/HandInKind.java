package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.challenge.CodeText;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Play;

/** Codes that learners hand in, changed as they are typed, or in what they say with a check sum that fits. */
final class HandInKind implements Kind {

    private static final int GAMES = 12;
    private static final int LONGEST_GAME = 40;

    private final Lesson lesson;
    private final Library library;
    private final List<byte[]> seeds = new ArrayList<>();

    HandInKind(Path samples) throws IOException {
        Path file = samples.resolve("lessons/01-threads-and-locks.json");
        lesson = LessonFile.read(file);
        library = Library.of(file, samples);
        for (Page page : lesson.pages()) {
            for (Challenge challenge : page.challenges()) {
                if (page.exhibit().orElse(null) instanceof LessonExhibit.Run run) {
                    Stage stage = Stage.of(run, library);
                    for (int game = 0; game < GAMES; game++) {
                        seeds.add(played(challenge, stage, new Dice(game, seeds.size())).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private String played(Challenge challenge, Stage stage, Dice dice) {
        Play play = Play.of(challenge, stage);
        for (int move = dice.below(LONGEST_GAME); move > 0; move--) {
            List<Integer> may = IntStream.range(0, stage.machine().tasks()).filter(play::mayStep).boxed().toList();
            if (may.isEmpty()) {
                break;
            }
            play.step(dice.of(may));
        }
        return HandIn.code(lesson, play, play.result(Progress.NONE));
    }

    @Override
    public String id() {
        return "hand-in";
    }

    @Override
    public String fileName() {
        return "code.txt";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("0", "O", "I", "1", "L", "U", "-", " ", "ZZZZZ", "00000", "10000");
    }

    @Override
    public byte[] packed(byte[] changed, Dice dice) {
        if (dice.oneIn(3)) {
            return changed;
        }
        byte[] said = CodeText.bytes(new String(dice.of(seeds), StandardCharsets.UTF_8));
        for (int n = dice.few(6); n > 0; n--) {
            int at = dice.below(said.length);
            said[at < 4 ? said.length - 1 : at] = (byte) (dice.oneIn(2) ? dice.any() : dice.below(4));
        }
        return CodeText.of(said).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void open(Path file) throws Exception {
        HandIn.verify(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), lesson, library, Progress.NONE);
    }
}
