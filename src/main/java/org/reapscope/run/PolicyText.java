package org.reapscope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;

/**
 * Policies as short text: a name, and after a colon what the policy wants to know.
 *
 * <pre>
 * round-robin[:STEPS]             every task in turn, 4 steps each if not said
 * cfs[:TASK=WEIGHT,...]           the task that has run least for its weight, 1024 where not said (nice 0)
 * priority:TASK,...               the first of these that can step; the others come last
 * cpuset:TASK=SET,...             tasks of one set share a CPU; set 0 where not said
 * random[:SEED]                   all equally likely
 * reader-preempted[:STEPS]        readers lose their CPU after so many steps, 4 if not said
 * </pre>
 */
public final class PolicyText {

    /** The names, for help and errors. */
    public static final String NAMES = "round-robin[:STEPS], cfs[:TASK=WEIGHT,...], priority:TASK,..., cpuset:TASK=SET,..., "
            + "random[:SEED], reader-preempted[:STEPS]";

    private static final int QUANTUM = 4;
    private static final int LARGEST = 1_000_000;

    private final Machine machine;
    private final String text;
    private final String arguments;

    private PolicyText(Machine machine, String text, String arguments) {
        this.machine = machine;
        this.text = text;
        this.arguments = arguments;
    }

    /**
     * The policy that a text names.
     *
     * @param seed of a random policy that does not name one
     * @throws ScheduleException if the text cannot be read or names a task that the machine does not have
     */
    public static Policy parse(Machine machine, String text, long seed) {
        int colon = text.indexOf(':');
        PolicyText parsed = new PolicyText(machine, text, colon < 0 ? "" : text.substring(colon + 1).strip());
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "round-robin" -> new Policy.RoundRobin(parsed.number(QUANTUM));
            case "cfs" -> new Policy.Cfs(parsed.values(1));
            case "priority" -> new Policy.Priority(parsed.order());
            case "cpuset" -> new Policy.Cpuset(parsed.values(0));
            case "random" -> new Policy.Random(parsed.seed(seed));
            case "reader-preempted" -> new Policy.Preempted("reader", parsed.number(QUANTUM));
            default -> throw new ScheduleException("no policy is called '" + text + "'; there are " + NAMES);
        };
    }

    /** The seed with which a policy of that text draws lots; empty where it draws none. */
    public static OptionalLong seed(Policy policy) {
        return policy instanceof Policy.Random random ? OptionalLong.of(random.seed()) : OptionalLong.empty();
    }

    private int number(int otherwise) {
        return arguments.isEmpty() ? otherwise : number(arguments, 1);
    }

    private long seed(long otherwise) {
        if (arguments.isEmpty()) {
            return otherwise;
        }
        if (!arguments.matches("-?[0-9]{1,18}")) {
            throw wrong("expected a whole number as seed, found '" + arguments + "'");
        }
        return Long.parseLong(arguments);
    }

    private List<String> order() {
        List<String> names = new ArrayList<>();
        for (String name : parts()) {
            names.add(known(name));
        }
        if (names.isEmpty()) {
            throw wrong("expected the tasks in their order, as in priority:" + machine.spec().tasks().getFirst().name());
        }
        return names;
    }

    private Map<String, Integer> values(int least) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String part : parts()) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw wrong("expected TASK=NUMBER, found '" + part + "'");
            }
            values.put(known(part.substring(0, equals).strip()), number(part.substring(equals + 1).strip(), least));
        }
        return values;
    }

    private List<String> parts() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s*,\\s*", -1));
    }

    private int number(String digits, int least) {
        if (!digits.matches("[0-9]{1,7}") || Integer.parseInt(digits) < least || Integer.parseInt(digits) > LARGEST) {
            throw wrong("expected a number from " + least + " to " + LARGEST + ", found '" + digits + "'");
        }
        return Integer.parseInt(digits);
    }

    private String known(String name) {
        List<String> tasks = machine.spec().tasks().stream().map(TaskSpec::name).toList();
        if (!tasks.contains(name)) {
            throw wrong("no task is called '" + name + "'; the tasks are " + String.join(", ", tasks));
        }
        return name;
    }

    private ScheduleException wrong(String what) {
        return new ScheduleException("policy '" + text + "': " + what);
    }
}
