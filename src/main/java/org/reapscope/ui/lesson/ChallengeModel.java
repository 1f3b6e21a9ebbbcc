package org.reapscope.ui.lesson;

import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;
import org.reapscope.base.job.Progress;
import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.challenge.HandIn;
import org.reapscope.lesson.challenge.Hint;
import org.reapscope.lesson.challenge.Par;
import org.reapscope.lesson.challenge.Play;
import org.reapscope.lesson.challenge.Result;
import org.reapscope.run.Choice;

/**
 * A challenge that a learner plays. Searches run in the background; meanwhile no move is taken. Whatever changes,
 * {@link #revision} counts. On one thread.
 */
public final class ChallengeModel {

    private final LessonModel lesson;
    private final Challenge challenge;
    private final Background background;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private @Nullable Play play;
    private @Nullable Par par;
    private @Nullable Result claimed;
    private boolean busy = true;
    private boolean moved;
    private String words = "";
    private int hinted = -1;

    /** A game with its par. */
    private record Begun(Play play, Par par) {}

    /** Begins; the par is proved first. */
    public ChallengeModel(LessonModel lesson, Challenge challenge, Job<Stage> stage, Background background) {
        this.lesson = lesson;
        this.challenge = challenge;
        this.background = background;
        search(progress -> {
            Play begun = Play.of(challenge, stage.run(progress));
            return new Begun(begun, begun.par(progress));
        }, begun -> {
            play = begun.play();
            par = begun.par();
        });
    }

    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public Challenge challenge() {
        return challenge;
    }

    /** Whether something is being worked out. */
    public boolean busy() {
        return busy;
    }

    /** The game, null until its par is proved. */
    public @Nullable Play play() {
        return play;
    }

    /** Whether the learner has begun to play; until then the page's own moment is shown. */
    public boolean moved() {
        return moved;
    }

    /** What the last hint, claim or failure says; empty for none. */
    public String words() {
        return words;
    }

    /** The task that the last hint names; -1 for none. */
    public int hinted() {
        return hinted;
    }

    /** What every task would do next; empty until the game has begun. */
    public List<Choice> choices() {
        return play == null ? List.of() : play.choices();
    }

    public boolean mayStep(int task) {
        return play != null && !busy && task >= 0 && task < play.stage().machine().tasks() && (claimed == null || !claimed.success()) && play.mayStep(task);
    }

    /** How the game stands; nothing until it has begun. */
    public Optional<Result> result() {
        return claimed != null ? Optional.of(claimed) : play == null || busy ? Optional.empty() : Optional.of(play.result(Progress.NONE));
    }

    /** The best that can be done; empty before the challenge is done, where it would give away whether it can be. */
    public String parText() {
        return par == null ? "" : par.text();
    }

    /** Whether the counters may be held against the par. */
    public boolean parShown() {
        return par != null && (par.solvable() || result().filter(Result::success).isPresent());
    }

    /** The code to hand in; empty until the challenge is done. */
    public String code() {
        Play now = play;
        Result result = result().orElse(null);
        return now == null || result == null || !result.success() ? "" : HandIn.code(lesson.lesson(), now, result);
    }

    public void step(int task) {
        if (mayStep(task) && play != null) {
            claimed = null;
            moved = true;
            play.step(task);
            settle("");
        }
    }

    public void undo() {
        if (play != null && !busy) {
            claimed = null;
            play.undo();
            settle("");
        }
    }

    public void restart() {
        if (play != null && !busy) {
            claimed = null;
            play.restart();
            settle("");
        }
    }

    /** Takes a hint: the next best move. */
    public void hint() {
        Play now = play;
        if (now != null && !busy && result().filter(Result::success).isEmpty()) {
            search(now::hint, (Hint hint) -> {
                words = hint.words();
                hinted = hint.task();
            });
        }
    }

    /** The learner says that nobody can do it. */
    public void claimImpossible() {
        Play now = play;
        if (now != null && !busy) {
            search(now::claimImpossible, (Result result) -> {
                claimed = result;
                if (!result.success()) {
                    words = "It can be done: some order within the rules gets there.";
                }
                keep();
            });
        }
    }

    private <T> void search(Job<T> work, java.util.function.Consumer<T> done) {
        busy = true;
        words = "";
        hinted = -1;
        changed();
        background.start(work, found -> {
            busy = false;
            done.accept(found);
            changed();
        }, e -> {
            busy = false;
            words = String.valueOf(e.getMessage());
            changed();
        }, share -> {});
    }

    private void settle(String said) {
        words = said;
        hinted = -1;
        keep();
        changed();
    }

    private void keep() {
        result().filter(Result::success).ifPresent(r -> lesson.won(challenge, r.stars(), code()));
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
