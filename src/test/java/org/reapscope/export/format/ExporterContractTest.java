package org.reapscope.export.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.export.Document;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exhibited;
import org.reapscope.export.Exporter;
import org.reapscope.export.MailDiagram;
import org.reapscope.export.Style;
import org.reapscope.export.Table;
import org.reapscope.export.pdf.PdfReading;
import org.reapscope.picture.Palette;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every format promises. A new one is held to this by being there. */
final class ExporterContractTest {

    /** These keep the original lines byte for byte; that is what they are for. */
    private static final List<String> ORIGINAL = List.of("excerpt");

    @TempDir
    Path folder;

    static Stream<Exporter> formats() {
        return Exporter.all().stream();
    }

    @Test
    void idsAndEndingsAreUnique() {
        assertEquals(Exporter.all().size(), formats().map(Exporter::id).distinct().count());
        assertEquals(Exporter.all().size(), formats().map(Exporter::ending).distinct().count());
        assertTrue(Exporter.all().size() >= 7);
    }

    static Stream<Exporter> ofCaptures() {
        return formats().filter(exporter -> exporter.accepts(Document.Kind.CAPTURE));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameDocumentGivesTheSameBytes(Exporter exporter) throws Exception {
        List<Document> documents = Exhibited.documents(folder);
        List<Document> again = Exhibited.documents(folder);
        assertTrue(documents.stream().anyMatch(document -> exporter.accepts(document.kind())), exporter.id());
        for (int i = 0; i < documents.size(); i++) {
            if (exporter.accepts(documents.get(i).kind())) {
                byte[] bytes = bytes(exporter, documents.get(i), Style.standard());
                assertTrue(bytes.length > 100, exporter.id());
                assertArrayEquals(bytes, bytes(exporter, again.get(i), Style.standard()));
            } else {
                Document other = documents.get(i);
                assertThrows(IllegalArgumentException.class, () -> bytes(exporter, other, Style.standard()), "nothing empty is written");
            }
        }
    }

    @Test
    void aTableIsOfWhatHasIt() throws Exception {
        Exporter csv = Exporter.all().stream().filter(exporter -> exporter.id().equals("csv")).findFirst().orElseThrow();
        Style steps = new Style(Palette.named("light"), 900, 1, Table.STEPS);
        for (Document document : Exhibited.documents(folder)) {
            switch (document) {
                case Document.Run run -> assertEquals(run.run().path().length + 1, new String(bytes(csv, run, steps), StandardCharsets.UTF_8).lines().count());
                case Document.Capture _, Document.Pages _ -> assertThrows(IllegalArgumentException.class, () -> bytes(csv, document, steps));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofCaptures")
    void namesOutOfACaptureDoNoHarm(Exporter exporter) throws Exception {
        Exhibit hostile = Exhibited.run(folder, Exhibited.HOSTILE);
        assertTrue(hostile.trace().tasks().stream().anyMatch(task -> task.comm().contains("<script>")), "the names are read as they are");
        assertTrue(hostile.analysis().kills().size() == 1, "the kill is found under any name");
        for (Table table : List.of(Table.EVENTS, Table.FINDINGS, Table.KILLS)) {
            byte[] bytes = bytes(exporter, new Document.Capture(hostile), new Style(Palette.named("print"), 900, 1, table));
            switch (exporter.id()) {
                case "svg" -> xml(new String(bytes, StandardCharsets.UTF_8));
                case "html" -> html(new String(bytes, StandardCharsets.UTF_8));
                case "pdf" -> pdf(bytes);
                case "csv" -> csv(new String(bytes, StandardCharsets.UTF_8));
                case "json", "perfetto" -> assertTrue(new ObjectMapper().readTree(bytes).isObject());
                case "mail" -> new String(bytes, StandardCharsets.UTF_8).lines()
                        .forEach(line -> assertTrue(line.length() <= MailDiagram.WIDTH && line.chars().allMatch(c -> c >= ' ' && c < 127), line));
                case "excerpt" -> assertTrue(new String(bytes, StandardCharsets.UTF_8).startsWith("# tracer: nop\n"));
                default -> throw new AssertionError("say here what is harmless in " + exporter.id());
            }
            if (!ORIGINAL.contains(exporter.id()) && !exporter.id().equals("pdf")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                assertFalse(text.contains("\u202e"), "text that turns the direction of what follows");
                assertTrue(text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r'), "control characters");
            }
        }
    }

    @Test
    void aPdfHasTheNamesOfTasksInAnyScript_toBeFound() throws Exception {
        Exhibit foreign = Exhibited.run(folder, Map.of("victim", "жертва", "lmkd", "杀手"));
        String text = PdfReading.text(bytes(new PdfExport(), new Document.Capture(foreign), Style.standard()));
        assertTrue(foreign.trace().tasks().stream().anyMatch(task -> task.comm().equals("жертва")), "the name is read as it is");
        assertTrue(text.contains("жертва") && text.contains("杀手"), text);
    }

    private static byte[] bytes(Exporter exporter, Document document, Style style) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.write(document, style, out);
        return out.toByteArray();
    }

    private static org.w3c.dom.Document xml(String text) throws Exception {
        org.w3c.dom.Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertFalse(List.of("script", "u", "a", "image", "foreignObject", "iframe").contains(element.getTagName()), element.getTagName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                assertFalse(element.getAttributes().item(a).getNodeName().startsWith("on"), text);
            }
        }
        return svg;
    }

    /** Written as XML would have it, apart from its first line, so that an XML parser can judge it. */
    private static void html(String text) throws Exception {
        assertTrue(text.startsWith("<!DOCTYPE html>\n"));
        org.w3c.dom.Document html = xml(text.substring("<!DOCTYPE html>\n".length()));
        assertTrue(html.getDocumentElement().getTextContent().contains("<script>x()"), "the name is shown as it is");
        String outside = text.replace("http://www.w3.org/2000/svg", "");
        assertFalse(outside.contains("http:") || outside.contains("https:") || outside.contains("src=") || outside.contains("@import"), "nothing from elsewhere");
    }

    private static void pdf(byte[] bytes) {
        String text = PdfReading.text(bytes);
        assertTrue(text.contains("<script>x()"), text);
        assertFalse(text.contains("\u202e"), "text that turns the direction of what follows");
    }

    private static void csv(String text) {
        for (String cell : cells(text)) {
            boolean number = cell.matches("-?\\d+");
            assertTrue(number || cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0, cell);
        }
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return cells;
    }
}
