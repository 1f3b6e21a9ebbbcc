package org.reapscope.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reapscope.ui.command.Category;
import org.reapscope.ui.command.Command;

final class MessagesTest {

    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern LOOKED_UP = Pattern.compile("Messages\\.text\\(\"([a-z0-9.-]+)\"");

    @Test
    void everyKeyAskedForHasAText() throws IOException {
        Set<String> asked = new TreeSet<>(commandKeys());
        asked.addAll(found("fxml", ".fxml", IN_FXML));
        asked.addAll(found("src/main/java/org/reapscope", ".java", LOOKED_UP));
        asked.removeAll(Messages.bundle().keySet());
        assertEquals(Set.of(), asked);
    }

    @Test
    void everyTextIsAskedFor() throws IOException {
        Set<String> unused = new TreeSet<>(Messages.bundle().keySet());
        unused.removeAll(commandKeys());
        unused.removeAll(found("fxml", ".fxml", IN_FXML));
        unused.removeAll(found("src/main/java/org/reapscope", ".java", IN_CODE));
        assertEquals(Set.of(), unused);
    }

    @Test
    void argumentsAreSetIn_andNumbersThatArePassedAsTextStayAsTheyAre() {
        assertEquals("of process 12345", Messages.text("tasks.of-process", "12345"));
    }

    @Test
    void fxmlHasNoTextOfItsOwn() throws IOException {
        Pattern own = Pattern.compile("(?:text|promptText|accessibleText)=\"(?!%)[^\"]+\"");
        assertEquals(List.of(), List.copyOf(found("fxml", ".fxml", Pattern.compile("(" + own + ")"))));
    }

    @Test
    void everyFxmlFileIsNamed_andNoOther() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fxml"))) {
            assertEquals(Stream.of(FxmlFile.values()).map(FxmlFile::fileName).collect(Collectors.toSet()),
                    files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void everyControllerNamedInFxmlExists() throws IOException {
        Set<String> controllers = found("fxml", ".fxml", Pattern.compile("fx:controller=\"([^\"]+)\""));
        assertTrue(controllers.size() >= FxmlFile.values().length, controllers::toString);
        for (String controller : controllers) {
            assertTrue(Files.exists(Path.of("src/main/java", controller.replace('.', '/') + ".java")), controller);
        }
    }

    private static Set<String> commandKeys() {
        return Stream.concat(Stream.of(Command.values()).map(Command::textKey), Stream.of(Category.values()).map(Category::textKey))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(String folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            Set<String> result = new TreeSet<>();
            for (Path file : walk.filter(f -> f.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    result.add(matcher.group(1));
                }
            }
            return result;
        }
    }
}
