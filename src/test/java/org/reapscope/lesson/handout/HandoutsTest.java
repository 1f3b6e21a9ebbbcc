package org.reapscope.lesson.handout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Progress;
import org.reapscope.export.Handout;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.Style;
import org.reapscope.export.pdf.PdfReading;
import org.reapscope.export.report.HandoutHtml;
import org.reapscope.export.report.HandoutPdf;
import org.reapscope.export.report.RunHandout;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.run.Policy;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.xml.sax.InputSource;

final class HandoutsTest {

    private static final Path SAMPLES = Path.of("samples");

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("lessons"))) {
            List<Path> all = files.filter(LessonFile::isLesson).sorted().toList();
            return Stream.of(all.getFirst(), all.get(all.size() / 4), all.getLast());
        }
    }

    @Test
    void theAnswersOfARunAreWhatTheMachineSays_andNotOnTheQuestionsPage() throws Exception {
        Handout handout = run();
        List<Handout.Question> questions = handout.parts().getFirst().questions();
        assertEquals(List.of("0"), questions.get(0).answers());
        assertEquals(List.of("-ESRCH"), questions.get(1).answers());
        assertTrue(questions.get(2).answers().contains("teardown-in-reader"));
        assertFalse(String.join("\n", handout.parts().getFirst().diagram()).contains("-ESRCH"));
        assertEquals(2, handout.parts().getFirst().diagram().stream().filter(line -> line.endsWith("= ____")).count(), "a blank for each call");
        assertTrue(handout.parts().getFirst().diagram().stream().noneMatch(line -> line.startsWith("!!")), "nor does the margin tell");
        StringBuilder html = new StringBuilder();
        HandoutHtml.write(handout, Style.standard(), html);
        String text = html.toString();
        String before = text.substring(0, text.indexOf("<h2>Answers</h2>"));
        assertFalse(before.contains("returns -ESRCH"));
        assertTrue(text.substring(before.length()).contains("returns -ESRCH"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text.substring("<!DOCTYPE html>\n".length()))));
    }

    @Test
    void theAnswerSheetIsTheLastPageOfThePdf_andTheBytesAreTheSame() throws IOException {
        byte[] pdf = HandoutPdf.bytes(run(), Style.standard());
        assertArrayEquals(pdf, HandoutPdf.bytes(run(), Style.standard()));
        List<String> pages = PdfReading.pages(pdf);
        assertTrue(pages.size() >= 2);
        assertTrue(pages.getLast().lines().anyMatch("Answers"::equals), pages.getLast());
        pages.subList(0, pages.size() - 1).forEach(page -> assertFalse(page.lines().anyMatch("Answers"::equals), page));
        assertTrue(pages.stream().allMatch(page -> page.contains(" - page ")));
    }

    @Test
    void wordsThatAreLongerThanTheLineStayOnThePage_andSoDoesItsNumber() {
        String word = "W".repeat(400);
        Handout handout = new Handout("Title " + word, List.of("before " + word + " after"), List.of(), List.of());
        byte[] pdf = HandoutPdf.bytes(handout, Style.standard());
        double room = 595 - 49;
        assertTrue(PdfReading.right(pdf) < room, PdfReading.right(pdf) + " points");
        List<String> lines = PdfReading.text(pdf).lines().toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(" - page 1 of ")), lines.toString());
        assertEquals(800, lines.stream().filter(line -> !line.contains("- page ")).mapToLong(line -> line.chars().filter(c -> c == 'W').count()).sum());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonBecomesAHandoutWithAllItsQuestions(Path file) throws IOException {
        Library library = Library.of(file, SAMPLES);
        var sheet = LessonCheck.of(LessonFile.read(file), library, Progress.NONE);
        Handout handout = Handouts.of(sheet, library);
        assertEquals(sheet.pages().stream().mapToInt(page -> page.questions().size()).sum(),
                handout.parts().stream().mapToInt(part -> part.questions().size()).sum());
        assertTrue(HandoutPdf.bytes(handout, Style.standard()).length > 1000);
    }

    private static Handout run() throws IOException {
        Scenario scenario = ScenarioFile.read(SAMPLES.resolve("scenarios/smaps-reader-pins-mm.json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(new Policy.Preempted("reader", 4), List.of(), 1000, Progress.NONE);
        return RunHandout.of(RunExhibit.of(scenario, machine, stepper.path()));
    }
}
