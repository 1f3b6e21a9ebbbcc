package org.reapscope.run;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/** Measures moves in a run of any length: tasks that fight for a lock for ever, on fewer CPUs than tasks. */
public final class StepBenchmark {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int TASKS = 6;
    private static final int CPUS = 3;
    private static final int MOVES = 400;
    private static final Field COUNTER = Field.upTo("counter", 255);
    private static final Field LAST = Field.upTo("last", TASKS);
    private static final SpinLock LOCK = SpinLock.of("lock", Dim.GROUP);

    private final Stepper stepper;
    private final RunPath path;
    private final Random random = new Random(1);

    private StepBenchmark(Machine machine) {
        stepper = new Stepper(machine);
        path = new RunPath(machine, CPUS);
    }

    /** Takes the steps, and then moves about in them. */
    public static StepFigures run(int steps, Progress progress) {
        StepBenchmark bench = new StepBenchmark(machine());
        long before = used();
        long start = System.nanoTime();
        bench.stepper.run(new Policy.Random(7), List.of(), steps, progress);
        bench.path.follow(bench.stepper);
        double runMs = (System.nanoTime() - start) / 1e6;
        double bytes = (used() - before) / (double) steps;
        double[] jumps = bench.times(i -> bench.stepper.jump(bench.random.nextInt(steps)));
        double[] more = bench.times(i -> {
            bench.stepper.select(bench.stepper.tip());
            bench.any();
        });
        int end = bench.stepper.tip();
        double[] branches = bench.times(i -> {
            bench.stepper.select(end);
            bench.stepper.jump(bench.random.nextInt(steps));
            bench.any();
        });
        return new StepFigures(steps, runMs, jumps[MOVES * 99 / 100], jumps[MOVES - 1], more[MOVES * 99 / 100],
                branches[MOVES * 99 / 100], bytes);
    }

    /** Milliseconds of processor time of each move with all that follows from it, in rising order. */
    private double[] times(IntConsumer move) {
        double[] times = new double[MOVES];
        for (int i = 0; i < MOVES; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            move.accept(i);
            path.follow(stepper);
            stepper.choices();
            times[i] = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private void any() {
        stepper.step(new Policy.Random(random.nextLong()));
    }

    private static Machine machine() {
        Expr only = Expr.of(0);
        Program fight = Program.of("fight", "benchmark").add(
                step("F1", "lock").acquires(LOCK, only),
                step("F2", "work").does(COUNTER.at().set(Expr.choose(COUNTER.at().eq(255), Expr.of(0), COUNTER.at().plus(1)))),
                step("F3", "unlock").releases(LOCK, only),
                step("F4", "pause").does(LAST.at().set(SELF)).then("F1")).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(fight))).keepAll(true);
        spec.member(Dim.GROUP, "g");
        for (int task = 0; task < TASKS; task++) {
            spec.task("task-" + task, new Call("c", "fight", Map.of()));
        }
        return spec.build();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
