package org.reapscope.ui.lesson;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.reapscope.lesson.Challenge;
import org.reapscope.lesson.Lesson;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.Logbook;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Question;
import org.reapscope.ui.LearnerLog;

/** A lesson that is open at a page. On one thread. */
public final class LessonModel {

    private final Path file;
    private Lesson lesson;
    private final Library library;
    private final LearnerLog log;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final BooleanProperty notesShown = new SimpleBooleanProperty();

    /** At the page that was open the last time; at the first page of a lesson that was finished. */
    public LessonModel(Path file, Lesson lesson, Library library, LearnerLog log) {
        this.file = file;
        this.lesson = lesson;
        this.library = library;
        this.log = log;
        int last = log.now().get().page(lesson.id());
        page.set(last < lesson.pages().size() - 1 ? last : 0);
    }

    public Path file() {
        return file;
    }

    public Lesson lesson() {
        return lesson;
    }

    public Library library() {
        return library;
    }

    /** The number of the page, from 0. */
    public ReadOnlyIntegerProperty number() {
        return page.getReadOnlyProperty();
    }

    public Page page() {
        return lesson.pages().get(page.get());
    }

    /** Whether the notes for the teacher are shown. */
    public BooleanProperty notesShown() {
        return notesShown;
    }

    /** Counts how often the file was read anew. */
    public ReadOnlyIntegerProperty readings() {
        return readings.getReadOnlyProperty();
    }

    /** Takes the lesson as its file now says it, open at the page that has the same title or number. */
    public void readAnew(Lesson anew) {
        String title = page().title();
        lesson = anew;
        int same = IntStream.range(0, anew.pages().size()).filter(n -> anew.pages().get(n).title().equals(title)).findFirst().orElse(page.get());
        int number = anew.pages().get(Math.min(page.get(), anew.pages().size() - 1)).title().equals(title) ? page.get() : same;
        page.set(Math.min(number, anew.pages().size() - 1));
        readings.set(readings.get() + 1);
    }

    /** Turns so many pages, not beyond the first and the last. */
    public void turn(int by) {
        go(page.get() + by);
    }

    /** Opens the page of this number, from 0. */
    public void go(int number) {
        int next = Math.clamp(number, 0, lesson.pages().size() - 1);
        if (next != page.get()) {
            page.set(next);
            log.change(l -> l.at(lesson.id(), next));
        }
    }

    /** How the first answer to a question was; nothing before it. */
    public Optional<Logbook.Answered> answered(Question question) {
        return log.now().get().answer(lesson.id(), question.id());
    }

    /** How a challenge was done best; nothing before it was. */
    public Optional<Logbook.Won> won(Challenge challenge) {
        return log.now().get().win(lesson.id(), challenge.id());
    }

    /** Whether all that is to be done on a page was done. */
    public boolean done(Page of) {
        return of.questions().stream().allMatch(q -> answered(q).isPresent()) && of.challenges().stream().allMatch(c -> won(c).isPresent());
    }

    void answered(Question question, boolean right) {
        log.change(l -> l.answered(lesson.id(), question.id(), right));
    }

    void won(Challenge challenge, int stars, String code) {
        log.change(l -> l.won(lesson.id(), challenge.id(), stars, code));
    }
}
