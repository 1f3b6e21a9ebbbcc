package org.reapscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.job.Progress;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.Mutations;
import org.reapscope.base.json.Mutations.Mutant;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.check.Problem;

/** Whatever single mistake somebody makes in a lesson: it is told by file and line, or by the check of the lesson. */
final class LessonMistakesTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final String PAGE = """
            {"format": "reapscope-lesson-1", "title": "T", "pages": [
            {"title": "P",
            %s}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyMistake_isToldByFileAndLine_orTheLessonIsRead() throws IOException {
        int refused = 0;
        String good = Mutations.resource("rich-lesson.json");
        LessonFile.parse("x", good);
        for (Mutant mutant : Mutations.of(good)) {
            try {
                LessonFile.parse("x", mutant.text());
            } catch (JsonFileException e) {
                Mutations.assertClear("x.json", mutant, e);
                refused++;
            }
        }
        assertTrue(refused > 800, "refused " + refused);
    }

    @Test
    void whatReadingLetsPass_theCheckTells() throws IOException {
        String good = firstPage();
        assertEquals(List.of(), problems(good, "good"));
        int told = 0;
        for (Mutant mutant : Mutations.of(good)) {
            List<String> problems;
            try {
                problems = problems(mutant.text(), mutant.name());
            } catch (JsonFileException e) {
                continue;
            }
            problems.forEach(problem -> Mutations.assertForPeople(mutant.name() + ": " + problem));
            told += problems.isEmpty() ? 0 : 1;
        }
        assertTrue(told > 50, "told " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "capture": {"file": "nope"}                                        | lesson.json:2: pages[0]: 'nope' is neither a file beside the lesson nor one of the sample captures
            "capture": {"file": ""}                                            | lesson.json:2: pages[0]: '' is neither a file beside the lesson
            "capture": {"file": "tiny", "kill": 99}                            | lesson.json:2: pages[0]: the capture has 10 kills, not 99
            "run": {"scenario": "nope"}                                        | lesson.json:2: pages[0]: 'nope' is neither
            "run": {"scenario": "abba", "schedule": "eve"}                     | lesson.json:2: pages[0]: abba: schedule line 1, column 1: no task is called 'eve'
            "run": {"scenario": "abba", "schedule": "ann*99"}                  | lesson.json:2: pages[0]: step 6 of the schedule cannot be taken
            "run": {"scenario": "kill-then-mrelease", "patches": ["zz"]}       | lesson.json:2: pages[0]: no patch is called 'zz'
            "comparison": {"scenario": "kill-then-mrelease", "kernels": ["zz"], "properties": ["esrch"]} | lesson.json:2: pages[0]: no patch is called 'zz'
            "comparison": {"scenario": "three-cpu-chart", "kernels": ["none"], "properties": ["esrhc"]} | lesson.json:2: pages[0]: property "esrhc", column 1: nothing is called 'esrhc' here; did you mean esrch?
            "run": {"scenario": "abba"}, "point": [{"at": "lock", "name": "spoon"}] | lesson.json:3: pages[0].point[0]: no lock is called 'spoon'
            "run": {"scenario": "abba"}, "challenges": [{"id": "c", "title": "t", "goal": "no-such"}] | lesson.json:3: pages[0].challenges[0]: property "no-such", column 1: nothing is called 'no-such'
            """)
    void whatIsNotThere_isToldWithItsLine(String members, String message) throws IOException {
        String said = problems(PAGE.formatted(members), members).getFirst();
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }

    @Test
    void aGoalOfFourThousandBrackets_isRefused_withFileAndLine() throws IOException {
        String goal = "(".repeat(4000) + "both-ate" + ")".repeat(4000);
        String text = PAGE.formatted("\"run\": {\"scenario\": \"abba\"},\n\"challenges\": [{\"id\": \"c\", \"title\": \"t\",\n\"goal\": \"" + goal + "\"}]");
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> LessonFile.parse("x", text)).getMessage());
        assertTrue(said.startsWith("x.json:5: pages[0].challenges[0].goal: property \"(((") && said.length() < 400, said);
    }

    @Test
    void aBracketThatIsLeftOpen_isToldInTheLineOfItsProperty() {
        String text = PAGE.formatted("\"comparison\": {\"scenario\": \"three-cpu-chart\", \"kernels\": [\"none\"],\n\"properties\": [\"((esrch\"]}");
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> LessonFile.parse("x", text)).getMessage());
        assertTrue(said.startsWith("x.json:4: pages[0].comparison.properties[0]: property \"((esrch\", column 8: expected ')', found the end"), said);
    }

    private static String firstPage() throws IOException {
        JsonNode lesson = new ObjectMapper().readTree(Mutations.resource("rich-lesson.json"));
        ArrayNode pages = (ArrayNode) lesson.get("pages");
        pages.remove(2);
        pages.remove(1);
        return lesson.toPrettyString();
    }

    /** What the check of a lesson says, each with file and line. */
    private List<String> problems(String text, String name) throws IOException {
        Path file = Files.writeString(folder.resolve("lesson.json"), text);
        Files.copy(SAMPLES.resolve("scenarios/litmus/abba.json"), folder.resolve("abba"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Lesson lesson = LessonFile.read(file);
        List<Problem> problems;
        try {
            problems = LessonCheck.of(lesson, Library.of(file, SAMPLES), Progress.NONE).problems();
        } catch (RuntimeException e) {
            throw new AssertionError(name + " ends the check: " + e, e);
        }
        return problems.stream().map(p -> complaint(file, p)).toList();
    }

    private static String complaint(Path file, Problem problem) {
        try {
            return String.valueOf(LessonFile.complaint(file, problem.page(), problem.item(), problem.text()).getMessage());
        } catch (IOException e) {
            throw new AssertionError(problem.text(), e);
        }
    }
}
