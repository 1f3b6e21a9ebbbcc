package org.reapscope.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sentence in parts, so that what it means need not be read back from its words. */
public record Wording(List<Part> parts) {

    /** A part of a sentence. */
    public sealed interface Part {

        /** Words as they are. */
        record Text(String words) implements Part {}

        /** A call of a function; its parentheses are the first to go where there is no room. */
        record Call(String function) implements Part {}

        /** What a class is asked for: a value that came out. */
        record Value(String words) implements Part {}

        /** A place to write a value into. */
        record Blank() implements Part {}
    }

    private static final String LINE = "____";

    public Wording {
        parts = List.copyOf(parts);
    }

    public static Wording of(String words) {
        return new Wording(List.of(new Part.Text(words)));
    }

    public static Wording call(String function) {
        return new Wording(List.of(new Part.Call(function)));
    }

    /** {@code = -ESRCH}. */
    public static Wording returned(String value) {
        return new Wording(List.of(new Part.Text("= "), new Part.Value(value)));
    }

    /** The same with words before it. */
    public Wording after(String words) {
        return words.isEmpty() ? this : new Wording(Stream.concat(Stream.of(new Part.Text(words)), parts.stream()).toList());
    }

    /** Whether it tells a value. */
    public boolean tellsValue() {
        return parts.stream().anyMatch(Part.Value.class::isInstance);
    }

    /** The same with a blank for each value. */
    public Wording withBlanks() {
        return new Wording(parts.stream().map(part -> part instanceof Part.Value ? new Part.Blank() : part).toList());
    }

    /** In words. */
    @Override
    public String toString() {
        return parts.stream().map(part -> words(part, "()")).collect(Collectors.joining());
    }

    /** In fewest words: without the parentheses of calls. */
    public String brief() {
        return parts.stream().map(part -> words(part, "")).collect(Collectors.joining());
    }

    private static String words(Part part, String behindCall) {
        return switch (part) {
            case Part.Text text -> text.words();
            case Part.Call call -> call.function() + behindCall;
            case Part.Value value -> value.words();
            case Part.Blank _ -> LINE;
        };
    }
}
