package org.reapscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;
import org.reapscope.export.MailDiagram.Entry;
import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Footprint;

/**
 * A run as a {@link MailDiagram}: only the steps that explain how the tasks came to meet. Those are calls and returns,
 * steps whose result another task comes to see, the steps that see it, the last step, and where somebody waits for a lock,
 * how that was taken. Locks that nobody waited for, and what each task does for itself, are left out.
 *
 * <p>What a step sees and changes is worked out from its footprint in the state where it is taken. Time: the steps times
 * the cells of the machine.
 */
public final class RunDiagram {

    private static final int MOST_COLUMNS = 3;

    private final Machine machine;
    private final int[] path;
    private final List<long[]> states = new ArrayList<>();
    private final BitSet telling = new BitSet();
    private final BitSet lockCells;
    private final BitSet shared = new BitSet();

    private final List<Wait> waits;

    /** After its step {@code after} the task stands before a lock that others hold; seen when step {@code shown} is done. */
    private record Wait(int task, int after, int shown, Blocked on) {}

    private RunDiagram(Machine machine, int[] path) {
        this.machine = machine;
        this.path = path;
        this.lockCells = lockCells(machine);
        long[] state = machine.initial();
        states.add(state);
        for (int task : path) {
            state = state.clone();
            machine.step(state, 0, task);
            states.add(state);
        }
        waits = waits();
    }

    /**
     * The diagram of a schedule, all of whose steps can be taken.
     *
     * @param cpus how many CPUs there are; with one for each column the columns are called CPU A, CPU B, ...
     */
    public static MailDiagram of(Machine machine, int[] path, int cpus) {
        RunDiagram run = new RunDiagram(machine, path.clone());
        run.meetings();
        run.callsAndWaits();
        return run.diagram(cpus);
    }

    /** Marks each step that changed what another task's step then saw, and that other step. */
    private void meetings() {
        int[] writer = new int[machine.layout().cells().count()];
        Arrays.fill(writer, -1);
        for (int step = 0; step < path.length; step++) {
            Footprint touched = machine.footprint(states.get(step), 0, path[step]);
            BitSet seen = (BitSet) touched.reads().clone();
            seen.andNot(lockCells);
            for (int cell = seen.nextSetBit(0); cell >= 0; cell = seen.nextSetBit(cell + 1)) {
                if (writer[cell] >= 0 && path[writer[cell]] != path[step]) {
                    telling.set(writer[cell]);
                    telling.set(step);
                    shared.set(cell);
                }
            }
            for (int cell = touched.writes().nextSetBit(0); cell >= 0; cell = touched.writes().nextSetBit(cell + 1)) {
                if (value(step, cell) != value(step + 1, cell)) {
                    writer[cell] = step;
                }
            }
        }
    }

    private int value(int step, int cell) {
        return machine.layout().get(states.get(step), 0, cell);
    }

    /** Marks calls and returns, the last step of all, and how each lock was taken that somebody came to wait for. */
    private void callsAndWaits() {
        for (int step = 0; step < path.length; step++) {
            if (call(step).isPresent() || step == path.length - 1) {
                telling.set(step);
            }
        }
        for (Wait wait : waits) {
            telling.set(wait.after());
            for (int holder : wait.on().holders()) {
                int taken = lastStep(holder, wait.after(), step -> takes(step, wait.on().lock()));
                if (taken >= 0) {
                    telling.set(taken);
                }
            }
        }
    }

    /** Who, having taken a step, finds that the next one must wait for others; at the end of the run, whoever waits then. */
    private List<Wait> waits() {
        List<Wait> found = new ArrayList<>();
        for (int step = 0; step < path.length; step++) {
            blocked(path[step], step, step).ifPresent(found::add);
        }
        for (int task = 0; task < machine.tasks(); task++) {
            int current = task;
            int last = lastStep(task, path.length - 1, step -> true);
            boolean known = found.stream().anyMatch(w -> w.task() == current && w.after() == last);
            if (last >= 0 && !known) {
                blocked(task, last, path.length - 1).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Wait> blocked(int task, int after, int shown) {
        return machine.blockedOn(states.get(shown + 1), 0, task)
                .filter(blocked -> blocked.lock() != null && !blocked.holders().isEmpty())
                .map(blocked -> new Wait(task, after, shown, blocked));
    }

    private boolean takes(int step, @Nullable Lock lock) {
        return machine.next(states.get(step), 0, path[step]).orElseThrow().parts().stream().flatMap(part -> part.locks().stream())
                .anyMatch(action -> action.lock().equals(lock) && action.act() != Lock.Act.RELEASE);
    }

    private int lastStep(int task, int from, IntPredicate wanted) {
        for (int step = from; step >= 0; step--) {
            if (path[step] == task && wanted.test(step)) {
                return step;
            }
        }
        return -1;
    }

    private Optional<SystemCall> call(int step) {
        return machine.traces(states.get(step), states.get(step + 1), path[step]).stream()
                .map(SystemCall::of).flatMap(Optional::stream).findFirst();
    }

    private MailDiagram diagram(int cpus) {
        Columns columns = new Columns(cpus);
        List<Entry> entries = new ArrayList<>();
        String[] function = new String[machine.tasks()];
        for (int step = telling.nextSetBit(0); step >= 0; step = telling.nextSetBit(step + 1)) {
            int task = path[step];
            int column = columns.of(task);
            Optional<SystemCall> call = call(step);
            if (call.isPresent()) {
                function[task] = "";
                entries.add(call(column, columns.prefix(task), call.get()));
            } else {
                String now = machine.next(states.get(step), 0, task).orElseThrow().step().function();
                if (!now.equals(function[task])) {
                    function[task] = now;
                    entries.add(new Entry(column, 0, Wording.call(now).after(columns.prefix(task)), false));
                }
                entries.add(new Entry(column, 1, text(step)));
            }
            for (Wait wait : waits) {
                if (wait.shown() == step) {
                    entries.add(new Entry(columns.of(wait.task()), 1, columns.prefix(wait.task()) + waiting(wait.on())));
                }
            }
        }
        return new MailDiagram(columns.titles(), entries);
    }

    private String waiting(Blocked on) {
        return "<waits for " + (on.lock() == null ? "others" : on.lock().name()) + ", held by " + String.join(", ", on.holders().stream()
                .map(holder -> machine.spec().tasks().get(holder).name()).toList()) + ">";
    }

    /** What a step is for, and the numbers that it changed for others to see. */
    private String text(int step) {
        StringBuilder text = new StringBuilder(machine.next(states.get(step), 0, path[step]).orElseThrow().step().title());
        Cells cells = machine.layout().cells();
        for (int cell = shared.nextSetBit(0); cell >= 0; cell = shared.nextSetBit(cell + 1)) {
            if (value(step, cell) != value(step + 1, cell) && cells.bound(cell) > 1) {
                text.append(", ").append(cells.field(cell).name()).append(' ').append(value(step, cell)).append(" -> ")
                        .append(value(step + 1, cell));
            }
        }
        return text.toString();
    }

    private static Entry call(int column, String prefix, SystemCall call) {
        return switch (call) {
            case SystemCall.Entry entry when entry.kills() -> new Entry(column, 0, prefix + entry.name() + "(SIGKILL)");
            case SystemCall.Entry entry -> new Entry(column, 0, Wording.call(entry.name()).after(prefix), false);
            case SystemCall.Return done -> new Entry(column, 1, Wording.returned(done.result().text()), done.result().result() < 0);
        };
    }

    private static BitSet lockCells(Machine machine) {
        Set<Field> fields = new LinkedHashSet<>(List.of(Field.PC));
        for (int task = 0; task < machine.tasks(); task++) {
            for (LinkedStep step : machine.program(task)) {
                for (Lock.Action action : step.step().locks()) {
                    fields.add(action.lock().holder());
                    if (action.lock() instanceof RwLock rw) {
                        fields.addAll(List.of(rw.readers(), rw.place(), rw.wantsWrite(), rw.handoff()));
                    }
                }
            }
        }
        BitSet cells = new BitSet();
        for (Field field : fields) {
            if (machine.layout().cells().has(field)) {
                int first = machine.layout().cells().first(field);
                cells.set(first, first + field.cells(machine.layout().cells().sizes()));
            }
        }
        return cells;
    }

    /** A column for each task that has something to tell; for each thread group, where that would be too many. */
    private final class Columns {

        private final List<Integer> keys;
        private final boolean byGroup;
        private final boolean ownCpus;

        Columns(int cpus) {
            List<Integer> tasks = telling.stream().map(step -> path[step]).distinct().boxed().toList();
            byGroup = tasks.size() > MOST_COLUMNS;
            keys = byGroup ? tasks.stream().map(this::group).distinct().toList() : tasks;
            ownCpus = !byGroup && keys.size() <= cpus;
        }

        int of(int task) {
            return keys.indexOf(byGroup ? group(task) : task);
        }

        /** Which thread it is, where several share a column. */
        String prefix(int task) {
            boolean alone = machine.spec().tasks().stream().filter(t -> t.group() == group(task)).count() == 1;
            return byGroup && !alone ? machine.spec().tasks().get(task).name() + ": " : "";
        }

        List<String> titles() {
            List<String> titles = new ArrayList<>();
            for (int column = 0; column < keys.size(); column++) {
                int key = keys.get(column);
                String name = byGroup ? machine.spec().name(Dim.GROUP, key)
                        : machine.spec().tasks().get(key).name();
                titles.add(ownCpus ? "CPU " + (char) ('A' + column) + " (" + name + ")" : name);
            }
            return titles;
        }

        private int group(int task) {
            return machine.spec().tasks().get(task).group();
        }
    }
}
