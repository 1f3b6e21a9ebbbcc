package org.reapscope.lesson.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Stage;

/**
 * A result as a short code to hand in: which challenge of which lesson, the moves, how many hints. Whoever has the lesson
 * verifies it by playing the moves; stars are worked out anew, not believed.
 *
 * <p>The code is the bytes {@code version, 3 bytes of the lesson's hash, number of the challenge, hints, claim} and the
 * moves as runs ({@code task, count}), written as a {@link CodeText}.
 */
public final class HandIn {

    private static final int VERSION = 1;
    private static final int LONGEST_RUN = 127;
    private static final int HEADER = 7;

    private HandIn() {}

    /** A result that was verified, and for what. */
    public record Verified(Challenge challenge, Result result, Par par, String schedule) {}

    /** The code for a game's result. */
    public static String code(Lesson lesson, Play play, Result result) {
        int number = lesson.challenges().indexOf(play.challenge());
        byte[] bytes = new byte[HEADER + 2 * result.moves().length];
        byte[] hash = hash(lesson);
        bytes[0] = VERSION;
        System.arraycopy(hash, 0, bytes, 1, 3);
        bytes[4] = (byte) number;
        bytes[5] = (byte) Math.min(LONGEST_RUN, result.hints());
        bytes[6] = (byte) (result.end() == Result.End.CLAIM_TRUE || result.end() == Result.End.CLAIM_FALSE ? 1 : 0);
        int size = HEADER;
        int[] moves = result.moves();
        for (int i = 0; i < moves.length;) {
            int run = 1;
            while (i + run < moves.length && moves[i + run] == moves[i] && run < LONGEST_RUN) {
                run++;
            }
            bytes[size++] = (byte) moves[i];
            bytes[size++] = (byte) run;
            i += run;
        }
        return CodeText.of(Arrays.copyOf(bytes, size));
    }

    /**
     * Verifies a code by playing its moves.
     *
     * @throws LessonException if it was mistyped, is for another lesson, or its moves break the rules
     */
    public static Verified verify(String code, Lesson lesson, Library library, Progress progress) {
        byte[] bytes = CodeText.bytes(code);
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw new LessonException("the code is of another version of this program");
        }
        if (!Arrays.equals(Arrays.copyOfRange(bytes, 1, 4), Arrays.copyOf(hash(lesson), 3))) {
            throw new LessonException("the code is for another lesson, or the lesson was changed since; verify it with the file that the learner had");
        }
        List<Challenge> challenges = lesson.challenges();
        if (bytes[4] < 0 || bytes[4] >= challenges.size()) {
            throw new LessonException("the code names challenge " + (bytes[4] + 1) + ", which the lesson does not have");
        }
        Challenge challenge = challenges.get(bytes[4]);
        Play play = Play.of(challenge, stage(challenge, lesson, library));
        for (int i = HEADER; i + 1 < bytes.length; i += 2) {
            for (int k = 0; k < bytes[i + 1]; k++) {
                step(play, bytes[i]);
            }
        }
        Result played = bytes[6] == 1 ? play.claimImpossible(progress) : play.result(progress);
        int stars = bytes[5] > 0 ? Math.min(2, played.stars()) : played.stars();
        Result result = new Result(played.end(), played.moves(), played.steps(), played.preemptions(), bytes[5], stars);
        return new Verified(challenge, result, play.par(progress), play.scheduleText());
    }

    private static void step(Play play, int task) {
        if (task < 0 || task >= play.stage().machine().tasks()) {
            throw new LessonException("the code names a task that the scenario does not have");
        }
        try {
            play.step(task);
        } catch (org.reapscope.run.ScheduleException e) {
            throw new LessonException("the code's moves break the rules: " + e.getMessage());
        }
    }

    private static Stage stage(Challenge challenge, Lesson lesson, Library library) {
        for (Page page : lesson.pages()) {
            if (page.challenges().contains(challenge) && page.exhibit().orElse(null) instanceof LessonExhibit.Run run) {
                return Stage.of(run, library);
            }
        }
        throw new LessonException(challenge.id() + ": its page shows no scenario");
    }

    /** What of a lesson must be the same: the challenges and where they begin. Text and notes may differ. */
    private static byte[] hash(Lesson lesson) {
        StringBuilder content = new StringBuilder(lesson.id());
        for (Page page : lesson.pages()) {
            for (Challenge c : page.challenges()) {
                content.append('\n').append(c.id()).append(' ').append(c.goal()).append(' ').append(c.step()).append(' ').append(c.rules()).append(' ').append(page.exhibit());
            }
        }
        return CodeText.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
