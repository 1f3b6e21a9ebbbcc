package org.reapscope.explore.reduce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.StepCode;

/**
 * One task's program unrolled over its own cursors and flags: a node is a program counter with the values of the cells
 * that only this task writes and that steer it. So "the rest of the walk from table 3 on" is known to leave table 2 alone.
 */
final class LocalProgram {

    private static final int MOST_NODES = 4_000;

    private final Layout layout;
    private final int pcCell;
    private final int[] tracked;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /**
     * A place in the program.
     *
     * @param guard gates without which the step there cannot be taken
     * @param touches what it touches
     * @param exits where it goes
     */
    record Node(long[] guard, List<Touch> touches, List<Exit> exits) {}

    /** What is touched if these gates are open. */
    record Touch(long[] gates, StepAccess access) {}

    /** The next node if these gates are open, and by how much the counters have changed then. */
    record Exit(long[] gates, int node, int[] counts) {}

    private record Draft(BitSet guard, List<SymbolicStep.Touch> touches, List<SymbolicStep.Exit> exits) {}

    private final List<Draft> drafts = new ArrayList<>();

    private LocalProgram(Layout layout, int task, int[] tracked) {
        this.layout = layout;
        this.pcCell = layout.cells().cell(Field.PC, task);
        this.tracked = tracked;
    }

    /** Unrolls a task's program, over fewer cells if there would be too many nodes. */
    static LocalProgram of(Machine machine, int task, LocalCells local, Guards gates) {
        int[] tracked = local.tracked(task);
        while (true) {
            LocalProgram program = new LocalProgram(machine.layout(), task, tracked);
            if (program.unroll(machine, task, local, gates)) {
                return program;
            }
            int widest = tracked[0];
            for (int cell : tracked) {
                widest = machine.layout().max(cell) > machine.layout().max(widest) ? cell : widest;
            }
            int dropped = widest;
            tracked = Arrays.stream(tracked).filter(c -> c != dropped).toArray();
        }
    }

    private boolean unroll(Machine machine, int task, LocalCells local, Guards gates) {
        Deque<List<Integer>> todo = new ArrayDeque<>();
        todo.add(key(machine.initial(), 0));
        numbers.put(todo.peek(), 0);
        while (!todo.isEmpty()) {
            List<Integer> key = todo.remove();
            StepCode code = machine.specialisation().step(task, key.getFirst());
            if (code == null) {
                drafts.add(new Draft(new BitSet(), List.of(), List.of()));
                continue;
            }
            SymbolicStep step = new SymbolicStep(machine.specialisation(), local, gates, code, tracked,
                    key.subList(1, key.size()));
            drafts.add(new Draft(step.guard(), step.touches(), step.exits()));
            for (SymbolicStep.Exit exit : step.exits()) {
                List<Integer> to = key(exit);
                if (numbers.putIfAbsent(to, numbers.size()) == null) {
                    todo.add(to);
                }
            }
            if (numbers.size() > MOST_NODES && tracked.length > 0) {
                return false;
            }
        }
        return true;
    }

    /** To be called once when all gates are known; {@code forgotten} cells are left out of what is touched. */
    void finish(Guards gates, BitSet forgotten) {
        int cells = layout.cells().count();
        for (Draft draft : drafts) {
            List<Touch> touches = draft.touches.stream().map(t -> new Touch(Bits.of(t.gates(), gates.count()),
                    StepAccess.of(t, forgotten, cells))).toList();
            List<Exit> exits = draft.exits.stream().map(x -> new Exit(Bits.of(x.gates(), gates.count()),
                    number(key(x)), x.counts().stream().mapToInt(Integer::intValue).toArray())).toList();
            nodes.add(new Node(Bits.of(draft.guard, gates.count()), touches, exits));
        }
        drafts.clear();
    }

    private static List<Integer> key(SymbolicStep.Exit exit) {
        List<Integer> key = new ArrayList<>(List.of(exit.pc()));
        key.addAll(exit.values());
        return key;
    }

    private List<Integer> key(long[] state, int offset) {
        List<Integer> key = new ArrayList<>(1 + tracked.length);
        key.add(layout.get(state, offset, pcCell));
        for (int cell : tracked) {
            key.add(layout.get(state, offset, cell));
        }
        return key;
    }

    private int number(List<Integer> key) {
        @Nullable Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("a task is where its program was not expected to lead: " + key);
        }
        return number;
    }

    /** Where the task is. */
    int node(long[] state, int offset) {
        return number(key(state, offset));
    }

    Node node(int number) {
        return nodes.get(number);
    }

    int nodes() {
        return nodes.size();
    }
}
