package org.reapscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.reapscope.base.file.Untrusted;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;

/**
 * A schedule as short text: task names in the order in which they step, {@code name*count} for a run of steps, blanks
 * between, lines at most 72 columns: {@code lmkd*7 victim*12 lmkd smaps-reader*3}. Text after {@code #} is a comment.
 *
 * <p>{@link #parse} and {@link #format} are each other's inverse, so the same text replays byte for byte in the window,
 * on the command line and in tests.
 */
public final class ScheduleText {

    private static final int WIDTH = 72;
    private static final int LONGEST = 1_000_000;
    private static final String COUNT = "[1-9][0-9]*";

    private ScheduleText() {}

    /** The text of a schedule. */
    public static String format(Machine machine, int[] tasks) {
        return format(machine.spec().tasks().stream().map(TaskSpec::name).toList(), tasks);
    }

    /** The text of a schedule of tasks with these names. */
    public static String format(List<String> names, int[] tasks) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < tasks.length;) {
            int run = i;
            while (run < tasks.length && tasks[run] == tasks[i]) {
                run++;
            }
            String token = names.get(tasks[i]) + (run - i == 1 ? "" : "*" + (run - i));
            if (column > 0) {
                boolean fits = column + 1 + token.length() <= WIDTH;
                out.append(fits ? ' ' : '\n');
                column = fits ? column + 1 : 0;
            }
            out.append(token);
            column += token.length();
            i = run;
        }
        return out.toString();
    }

    /**
     * The tasks that a text names, step by step. Whether they can step is not asked. Marks of quotation, bullets and numbers
     * before the lines are passed over, as they come with mails.
     *
     * @throws ScheduleException if a name or count cannot be read, with line and column
     */
    public static int[] parse(Machine machine, String text) {
        Steps steps = new Steps();
        for (List<ScheduleLines.Word> line : ScheduleLines.of(text, word -> isReadable(machine, word))) {
            line.forEach(word -> steps.add(machine, word));
        }
        return steps.all();
    }

    /**
     * The same for text with other words about it: a line of which something cannot be read is left out as a whole and told.
     *
     * @throws ScheduleException if no line can be read
     */
    public static ReadSchedule read(Machine machine, String text) {
        Steps steps = new Steps();
        List<String> unread = new ArrayList<>();
        ScheduleException first = null;
        for (List<ScheduleLines.Word> line : ScheduleLines.of(text, word -> isReadable(machine, word))) {
            ScheduleLines.Word strange = line.stream().filter(w -> !isReadable(machine, w.text())).findFirst().orElse(null);
            if (strange == null) {
                line.forEach(word -> steps.add(machine, word));
            } else {
                unread.add("line " + (strange.line() + 1) + " (\u201c" + Untrusted.shown(strange.text()) + "\u201d is no task)");
                first = first == null ? complaint(machine, strange) : first;
            }
        }
        if (steps.size == 0 && first != null) {
            throw first;
        }
        return new ReadSchedule(steps.all(), unread);
    }

    /**
     * The names that a text gives, step by step, whether or not there are such tasks.
     *
     * @throws ScheduleException if there are too many
     */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            int count = count(word, 0, 0);
            if (names.size() + count > LONGEST) {
                throw new ScheduleException(String.format(Locale.ROOT, "more than %,d steps; give a shorter schedule", LONGEST));
            }
            names.addAll(Collections.nCopies(count, name(word)));
        }
        return names;
    }

    private static final class Steps {

        private int[] tasks = new int[64];
        private int size;

        void add(Machine machine, ScheduleLines.Word word) {
            int count = count(word.text(), word.line(), word.column());
            int task = task(machine, name(word.text()), word.line(), word.column());
            if (size + count > LONGEST) {
                throw at(word.line(), word.column(), String.format(Locale.ROOT, "more than %,d steps; give a shorter schedule", LONGEST));
            }
            if (size + count > tasks.length) {
                tasks = Arrays.copyOf(tasks, Math.max(2 * tasks.length, size + count));
            }
            Arrays.fill(tasks, size, size + count, task);
            size += count;
        }

        int[] all() {
            return Arrays.copyOf(tasks, size);
        }
    }

    private static boolean isReadable(Machine machine, String word) {
        int star = word.lastIndexOf('*');
        return machine.spec().tasks().stream().anyMatch(t -> t.name().equals(name(word)))
                && (star < 0 || word.substring(star + 1).matches(COUNT));
    }

    private static ScheduleException complaint(Machine machine, ScheduleLines.Word word) {
        try {
            new Steps().add(machine, word);
            throw new IllegalStateException(word.text() + " can be read");
        } catch (ScheduleException e) {
            return e;
        }
    }

    private static String name(String token) {
        int star = token.lastIndexOf('*');
        return star < 0 ? token : token.substring(0, star);
    }

    private static int count(String token, int line, int column) {
        int star = token.lastIndexOf('*');
        if (star < 0) {
            return 1;
        }
        String digits = token.substring(star + 1);
        if (!digits.matches(COUNT)) {
            throw at(line, column, "expected a number of steps after '" + token.substring(0, star + 1) + "', found '"
                    + digits + "'; write name*12");
        }
        return digits.length() > 7 ? LONGEST + 1 : Integer.parseInt(digits);
    }

    private static int task(Machine machine, String name, int line, int column) {
        for (int task = 0; task < machine.tasks(); task++) {
            if (machine.spec().tasks().get(task).name().equals(name)) {
                return task;
            }
        }
        throw at(line, column, "no task is called '" + name + "'; the tasks are "
                + String.join(", ", machine.spec().tasks().stream().map(TaskSpec::name).toList()));
    }

    private static ScheduleException at(int line, int column, String what) {
        return new ScheduleException("schedule line " + (line + 1) + ", column " + (column + 1) + ": " + what);
    }
}
