package org.reapscope.kernel.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A function as it stands in the text.
 *
 * @param file its path in the tree
 * @param line of its name, from 1
 * @param text from its type to its last bracket
 */
public record TextFunction(String file, int line, String text) {

    private static final Pattern HEAD = Pattern.compile("(?m)^[a-z][^\\n;{}]*?\\b(\\w+)\\([^;{}]*\\)\\s*\\{");

    /** The function of this name. */
    public static Optional<TextFunction> of(KernelTree tree, String name) {
        return heads(tree).filter(f -> f.name.equals(name)).findFirst().map(f -> {
            int end = f.text.indexOf("\n}", f.start);
            return new TextFunction(f.file, 1 + (int) f.text.substring(0, f.start).lines().count(), f.text.substring(f.start, end < 0 ? f.text.length() : end + 2));
        });
    }

    /** The names of all functions. */
    public static List<String> names(KernelTree tree) {
        return heads(tree).map(Head::name).toList();
    }

    private record Head(String file, String text, String name, int start) {}

    private static Stream<Head> heads(KernelTree tree) {
        return tree.files().entrySet().stream().flatMap(TextFunction::heads);
    }

    private static Stream<Head> heads(Map.Entry<String, String> file) {
        Matcher matcher = HEAD.matcher(file.getValue());
        return matcher.results().map(found -> new Head(file.getKey(), file.getValue(), found.group(1), found.start()));
    }
}
