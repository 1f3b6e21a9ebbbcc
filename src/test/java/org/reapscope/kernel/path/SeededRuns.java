package org.reapscope.kernel.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Field;

/** Runs of a machine that keeps every field, on seeded schedules: what happens in them, as eight hexadecimal digits. */
final class SeededRuns {

    private static final int FAIR = 24;
    private static final int UNFAIR = 40;
    private static final int MOST_STEPS = 400;
    private static final int CHANGE_EVERY = 12;

    private final Machine machine;
    private final int[] cells;
    private final CRC32C digest = new CRC32C();

    private SeededRuns(Machine machine) {
        this.machine = machine;
        Cells all = machine.layout().cells();
        int firstPc = all.first(Field.PC);
        cells = IntStream.range(0, all.count()).filter(c -> !machine.layout().isDropped(c))
                .filter(c -> c < firstPc || c >= firstPc + machine.tasks()).boxed()
                .sorted(Comparator.comparing(all::name)).mapToInt(Integer::intValue).toArray();
    }

    /** Who could run, who ran, and what every field was then: the same digest, the same runs. */
    static String digest(MachineSpec spec) {
        SeededRuns runs = new SeededRuns(spec.keepingAll(true).build());
        for (int seed = 0; seed < FAIR; seed++) {
            runs.run(new SplittableRandom(seed), 1);
        }
        for (int seed = 0; seed < UNFAIR; seed++) {
            runs.run(new SplittableRandom(seed), CHANGE_EVERY);
        }
        return HexFormat.of().toHexDigits((int) runs.digest.getValue());
    }

    /** Whoever stands first and can run does; every so many steps, at random, who just ran goes to some other place. */
    private void run(SplittableRandom random, int changeEvery) {
        List<Integer> order = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            order.add(random.nextInt(t + 1), t);
        }
        long[] state = machine.initial();
        for (int step = 0; step < MOST_STEPS && machine.enabledMask(state, 0) != 0; step++) {
            long mask = machine.enabledMask(state, 0);
            Integer task = order.stream().filter(t -> (mask >>> t & 1) != 0).findFirst().orElseThrow();
            note(mask);
            note(machine.next(state, 0, task).orElseThrow().path().hashCode());
            machine.step(state, 0, task);
            for (int cell : cells) {
                digest.update(machine.layout().get(state, 0, cell));
            }
            if (random.nextInt(changeEvery) == 0) {
                order.remove(task);
                order.add(random.nextInt(order.size() + 1), task);
            }
        }
    }

    private void note(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((int) (value >>> shift));
        }
    }
}
