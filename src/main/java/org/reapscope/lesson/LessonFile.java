package org.reapscope.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonHead;
import org.reapscope.base.json.JsonValue;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.explore.property.PropertyParser;
import org.reapscope.kernel.Profile;

/**
 * Reads and writes lesson files. Every mistake is told by file, line and field. What is written reads back equal; comments
 * of a hand-written file are not kept. Whether what a lesson refers to is there is {@link org.reapscope.lesson.check.LessonCheck}'s business.
 */
public final class LessonFile {

    static final String FORMAT = "reapscope-lesson-1";
    private static final int LONGEST = 100_000;
    private static final List<String> PROFILES = Arrays.stream(Profile.values()).map(Profile::id).toList();

    private LessonFile() {}

    /** Reads a file; its name without ending is the lesson's id. */
    public static Lesson read(Path path) throws IOException {
        return lesson(id(path), JsonValue.read(path));
    }

    /** Reads text. */
    public static Lesson parse(String id, String text) throws IOException {
        return lesson(id, JsonValue.parse(id + ".json", text));
    }

    /** The text of its file. */
    public static String text(Lesson lesson) {
        return LessonJson.text(lesson);
    }

    /** Replaces the file in one step. */
    public static void write(Path path, Lesson lesson) throws IOException {
        AtomicFile.write(path, text(lesson).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a file says that it is a lesson: cheap, and without complaint. */
    public static boolean isLesson(Path path) {
        return JsonHead.of(path).format().startsWith("reapscope-lesson");
    }

    /**
     * A complaint about a place in a lesson's file, with its line.
     *
     * @param page the page's number, from 0
     * @param item the id of a question or challenge there, or the name that is pointed at; empty for the page itself
     */
    public static JsonFileException complaint(Path path, int page, String item, String problem) throws IOException {
        JsonValue json = JsonValue.read(path).get("pages").items().get(page);
        for (String list : List.of("questions", "challenges", "point")) {
            for (JsonValue entry : json.items(list)) {
                if (!item.isEmpty() && entry.text(list.equals("point") ? "name" : "id", "").equals(item)) {
                    return entry.wrong(problem);
                }
            }
        }
        return json.wrong(problem);
    }

    private static String id(Path path) {
        return String.valueOf(path.getFileName()).replaceFirst("\\.json$", "");
    }

    private static Lesson lesson(String id, JsonValue json) throws JsonFileException {
        JsonValue format = json.get("format");
        if (!format.text().equals(FORMAT)) {
            throw format.wrong(format.text().startsWith("reapscope-scenario") ? "this is a scenario; name it to step or explore"
                    : "expected \"" + FORMAT + "\"; this program reads no other version");
        }
        json.only("format", "title", "summary", "notes", "pages");
        Set<String> ids = new HashSet<>();
        List<Page> pages = new ArrayList<>();
        for (JsonValue page : json.get("pages").items()) {
            pages.add(page(page, ids));
        }
        if (pages.isEmpty()) {
            throw json.get("pages").wrong("is empty; a lesson has at least one page");
        }
        return new Lesson(id, json.get("title").text().replaceAll("\\R", " "), json.text("summary", ""), json.text("notes", ""), pages);
    }

    private static Page page(JsonValue json, Set<String> ids) throws JsonFileException {
        json.only("title", "text", "run", "capture", "comparison", "point", "questions", "challenges", "notes");
        List<Pointer> pointers = new ArrayList<>();
        for (JsonValue pointer : json.items("point")) {
            pointer.only("at", "name", "say");
            String at = one(pointer, "at", Arrays.stream(Pointer.Kind.values()).map(Pointer.Kind::id).toList());
            pointers.add(new Pointer(Pointer.Kind.valueOf(at.toUpperCase(Locale.ROOT)), pointer.get("name").text(),
                    pointer.text("say", "")));
        }
        Optional<LessonExhibit> exhibit = exhibit(json);
        if (!pointers.isEmpty() && exhibit.isEmpty()) {
            throw json.get("point").wrong("points at something, but the page shows nothing; add \"run\" or \"capture\"");
        }
        List<Question> questions = new ArrayList<>();
        for (JsonValue question : json.items("questions")) {
            questions.add(question(question, exhibit, ids));
        }
        List<Challenge> challenges = new ArrayList<>();
        for (JsonValue challenge : json.items("challenges")) {
            if (!(exhibit.orElse(null) instanceof LessonExhibit.Run)) {
                throw challenge.wrong("is played on a scenario, but the page shows none; add \"run\"");
            }
            challenges.add(challenge(challenge, ids));
        }
        return new Page(json.get("title").text().replaceAll("\\R", " "), json.texts("text"), exhibit, pointers, questions, challenges,
                json.text("notes", ""));
    }

    private static Optional<LessonExhibit> exhibit(JsonValue json) throws JsonFileException {
        List<LessonExhibit> shown = new ArrayList<>();
        if (json.has("run")) {
            JsonValue run = json.get("run").only("scenario", "profile", "patches", "schedule", "step");
            String schedule = String.join("\n", run.texts("schedule"));
            shown.add(new LessonExhibit.Run(run.get("scenario").text(), run.oneOf("profile", "", PROFILES), run.texts("patches"),
                    schedule, run.number("step", 0, LONGEST, 0)));
        }
        if (json.has("capture")) {
            JsonValue capture = json.get("capture").only("file", "kill");
            shown.add(new LessonExhibit.Capture(capture.get("file").text(), capture.number("kill", 0, LONGEST, 0)));
        }
        if (json.has("comparison")) {
            JsonValue table = json.get("comparison").only("scenario", "profile", "kernels", "properties");
            if (table.texts("kernels").isEmpty() || table.texts("properties").isEmpty()) {
                throw table.wrong("needs \"kernels\", as in [\"none\", \"f\"], and \"properties\", as in [\"esrch\"]");
            }
            for (JsonValue property : table.get("properties").isText() ? List.of(table.get("properties")) : table.items("properties")) {
                property(property);
            }
            shown.add(new LessonExhibit.Comparison(table.get("scenario").text(), table.oneOf("profile", "", PROFILES),
                    table.texts("kernels"), table.texts("properties")));
        }
        if (shown.size() > 1) {
            throw json.wrong("shows more than one thing; keep one of \"run\", \"capture\" and \"comparison\", and make more pages");
        }
        return shown.stream().findFirst();
    }

    private static Question question(JsonValue json, Optional<LessonExhibit> exhibit, Set<String> ids) throws JsonFileException {
        json.only("id", "ask", "say", "task", "about", "kernels", "schedule", "step");
        String asked = one(json, "ask", Arrays.stream(Question.Kind.values()).map(Question.Kind::id).toList());
        Question.Kind kind = Question.Kind.valueOf(asked.toUpperCase(Locale.ROOT));
        boolean fits = switch (kind) {
            case CAPTURE -> exhibit.orElse(null) instanceof LessonExhibit.Capture;
            case KERNELS -> exhibit.isPresent() && !(exhibit.get() instanceof LessonExhibit.Capture);
            default -> exhibit.orElse(null) instanceof LessonExhibit.Run;
        };
        if (!fits) {
            throw json.get("ask").wrong("asks about " + (kind == Question.Kind.CAPTURE ? "a capture, but the page shows none; add \"capture\""
                    : "a scenario, but the page shows none; add \"run\""));
        }
        if (kind == Question.Kind.OUTLOOK || kind == Question.Kind.FEWEST || kind == Question.Kind.KERNELS) {
            property(json.get("about"));
        }
        boolean needsTask = kind == Question.Kind.RETURNS || kind == Question.Kind.BLOCKED || kind == Question.Kind.VALUE;
        boolean needsAbout = kind != Question.Kind.RETURNS && kind != Question.Kind.BLOCKED && kind != Question.Kind.RUNS;
        return new Question(id(json, ids), kind, json.text("say", ""), needsTask ? json.get("task").text() : json.text("task", ""),
                needsAbout ? json.get("about").text() : json.text("about", ""),
                kind == Question.Kind.KERNELS ? json.get("kernels").items().isEmpty() ? List.of() : json.texts("kernels") : json.texts("kernels"),
                String.join("\n", json.texts("schedule")), json.number("step", 0, LONGEST, -1));
    }

    private static Challenge challenge(JsonValue json, Set<String> ids) throws JsonFileException {
        json.only("id", "title", "text", "goal", "step", "maxSteps", "maxPreemptions", "steer", "others");
        String others = json.oneOf("others", "lazy", List.of("eager", "lazy"));
        return new Challenge(id(json, ids), json.get("title").text(), json.texts("text"), property(json.get("goal")),
                json.number("step", 0, LONGEST, -1), new Challenge.Rules(json.number("maxSteps", 1, LONGEST, 0), json.number("maxPreemptions", 0, LONGEST, -1),
                        json.texts("steer"), Challenge.Others.valueOf(others.toUpperCase(Locale.ROOT))));
    }

    private static String id(JsonValue json, Set<String> ids) throws JsonFileException {
        String id = json.get("id").text();
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,30}")) {
            throw json.get("id").wrong("expected up to 31 letters, digits, '_', '-'; found '" + id + "'");
        }
        if (!ids.add(id)) {
            throw json.get("id").wrong("another question or challenge is called '" + id + "' already; take another name");
        }
        return id;
    }

    /** A property, as far as it can be read without its scenario. */
    private static String property(JsonValue json) throws JsonFileException {
        try {
            PropertyParser.requireReadable(json.text());
        } catch (PropertyException e) {
            throw json.wrong(String.valueOf(e.getMessage()));
        }
        return json.text();
    }

    private static String one(JsonValue json, String name, List<String> allowed) throws JsonFileException {
        json.get(name);
        return json.oneOf(name, "", allowed);
    }
}
