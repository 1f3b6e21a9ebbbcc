package org.reapscope.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
     * The tasks that a text names, step by step. Whether they can step is not asked.
     *
     * @throws ScheduleException if a name or count cannot be read, with line and column
     */
    public static int[] parse(Machine machine, String text) {
        int[] tasks = new int[64];
        int size = 0;
        String[] lines = text.split("\\R", -1);
        for (int line = 0; line < lines.length; line++) {
            String code = lines[line].replaceFirst("#.*", "");
            int column = 0;
            for (String token : code.split("(?<=\\s)|(?=\\s)")) {
                if (!token.isBlank()) {
                    int count = count(token, line, column);
                    int task = task(machine, name(token), line, column);
                    if (size + count > LONGEST) {
                        throw at(line, column, String.format(Locale.ROOT, "more than %,d steps; give a shorter schedule", LONGEST));
                    }
                    if (size + count > tasks.length) {
                        tasks = Arrays.copyOf(tasks, Math.max(2 * tasks.length, size + count));
                    }
                    Arrays.fill(tasks, size, size + count, task);
                    size += count;
                }
                column += token.length();
            }
        }
        return Arrays.copyOf(tasks, size);
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
        if (!digits.matches("[1-9][0-9]*")) {
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
