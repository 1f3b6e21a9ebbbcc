package org.reapscope.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonValue;

/**
 * What a learner has done, kept on this computer alone: where they are in each lesson, what they answered, the stars of
 * each challenge. Immutable; every change gives a new one.
 *
 * @param pages the page that was open last, for each lesson
 * @param answers the questions answered
 * @param wins the challenges done
 */
public record Logbook(List<Place> pages, List<Answered> answers, List<Won> wins) {

    /** Nothing has been done. */
    public static final Logbook EMPTY = new Logbook(List.of(), List.of(), List.of());

    private static final String FORMAT = "reapscope-logbook-1";

    public Logbook {
        pages = List.copyOf(pages);
        answers = List.copyOf(answers);
        wins = List.copyOf(wins);
    }

    /** The page, from 0, that was open last. */
    public record Place(String lesson, int page) {}

    /**
     * A question that was answered.
     *
     * @param right whether the first answer was right
     */
    public record Answered(String lesson, String question, boolean right) {}

    /**
     * A challenge that was done.
     *
     * @param stars the most that were reached
     * @param code to hand in
     */
    public record Won(String lesson, String challenge, int stars, String code) {}

    /** The page of a lesson that was open last, 0 if none was. */
    public int page(String lesson) {
        return pages.stream().filter(p -> p.lesson.equals(lesson)).mapToInt(Place::page).findFirst().orElse(0);
    }

    /** What became of a question. */
    public Optional<Answered> answer(String lesson, String question) {
        return answers.stream().filter(a -> a.lesson.equals(lesson) && a.question.equals(question)).findFirst();
    }

    /** What became of a challenge. */
    public Optional<Won> win(String lesson, String challenge) {
        return wins.stream().filter(w -> w.lesson.equals(lesson) && w.challenge.equals(challenge)).findFirst();
    }

    /** With this page open. */
    public Logbook at(String lesson, int page) {
        List<Place> others = new ArrayList<>(pages.stream().filter(p -> !p.lesson.equals(lesson)).toList());
        others.add(new Place(lesson, page));
        return new Logbook(others, answers, wins);
    }

    /** With this answer; the first one counts. */
    public Logbook answered(String lesson, String question, boolean right) {
        if (answer(lesson, question).isPresent()) {
            return this;
        }
        List<Answered> more = new ArrayList<>(answers);
        more.add(new Answered(lesson, question, right));
        return new Logbook(pages, more, wins);
    }

    /** With this challenge done; the most stars count. */
    public Logbook won(String lesson, String challenge, int stars, String code) {
        Optional<Won> before = win(lesson, challenge);
        if (before.isPresent() && before.get().stars >= stars) {
            return this;
        }
        List<Won> more = new ArrayList<>(wins.stream().filter(w -> !w.equals(before.orElse(null))).toList());
        more.add(new Won(lesson, challenge, stars, code));
        return new Logbook(pages, answers, more);
    }

    /**
     * Reads a logbook; an empty one if the file is not there.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static Logbook read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return EMPTY;
        }
        JsonValue json = JsonValue.read(path).only("format", "pages", "answers", "wins");
        if (!json.get("format").text().equals(FORMAT)) {
            throw json.get("format").wrong("expected \"" + FORMAT + "\"; move the file away to begin anew");
        }
        return new Logbook(places(json), answers(json), wins(json));
    }

    private static List<Place> places(JsonValue json) throws JsonFileException {
        List<Place> places = new ArrayList<>();
        for (JsonValue item : json.items("pages")) {
            places.add(new Place(item.get("lesson").text(), item.number("page", 0, Integer.MAX_VALUE, 0)));
        }
        return places;
    }

    private static List<Answered> answers(JsonValue json) throws JsonFileException {
        List<Answered> answers = new ArrayList<>();
        for (JsonValue item : json.items("answers")) {
            answers.add(new Answered(item.get("lesson").text(), item.get("question").text(), item.flag("right")));
        }
        return answers;
    }

    private static List<Won> wins(JsonValue json) throws JsonFileException {
        List<Won> wins = new ArrayList<>();
        for (JsonValue item : json.items("wins")) {
            wins.add(new Won(item.get("lesson").text(), item.get("challenge").text(), item.number("stars", 0, 3, 0), item.text("code", "")));
        }
        return wins;
    }

    /** Replaces the file in one step. */
    public void write(Path path) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        ArrayNode where = json.putArray("pages");
        pages.forEach(p -> where.addObject().put("lesson", p.lesson).put("page", p.page));
        ArrayNode said = json.putArray("answers");
        answers.forEach(a -> said.addObject().put("lesson", a.lesson).put("question", a.question).put("right", a.right));
        ArrayNode done = json.putArray("wins");
        wins.forEach(w -> done.addObject().put("lesson", w.lesson).put("challenge", w.challenge).put("stars", w.stars).put("code", w.code));
        AtomicFile.write(path, (new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
