package org.reapscope.ui.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.AnalysisJson;
import org.reapscope.analysis.AnalysisText;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.export.Exhibits;
import org.reapscope.export.Style;
import org.reapscope.export.report.TraceReport;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

/** The window, the text of {@code analyze}, its JSON and the report tell the same findings of a capture, in the same words. */
final class FindingsCountedAlikeTest {

    static Stream<String> captures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/captures"))) {
            List<String> names = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".txt.gz")).sorted().toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void sameNumberSameWords(String name) throws IOException {
        CaptureModel capture = OpenedCapture.of(name);
        Analysis analysis = Objects.requireNonNull(capture.analysis().get());
        List<Finding> shown = new FindingsModel(capture).shown();
        StringWriter text = new StringWriter();
        AnalysisText.write(analysis, text);
        String words = String.join(" ", text.toString().split("\\s+"));
        assertTrue(words.contains(" " + shown.size() + (shown.size() == 1 ? " finding" : " findings")), words);
        shown.forEach(finding -> assertTrue(words.contains(String.join(" ", finding.text().split("\\s+"))), finding.text()));
        StringWriter json = new StringWriter();
        AnalysisJson.write(analysis, json);
        assertEquals(shown.size(), json.toString().split("\"certainty\"", -1).length - 1);
        StringBuilder report = new StringBuilder();
        TraceReport.write(Exhibits.of(Objects.requireNonNull(capture.lanes().get()), analysis, null, Exhibits.Wish.ANY), Style.standard(), report);
        assertEquals(shown.size(), report.toString().split("<div class=\"finding ", -1).length - 1);
        assertTrue(report.toString().contains("<h2>" + Figures.count(shown.size(), "finding") + "</h2>"), name);
    }
}
