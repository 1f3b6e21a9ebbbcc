package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Question.Kind;
import org.reapscope.lesson.Stage;
import org.reapscope.run.Change;
import org.reapscope.run.Choice;
import org.reapscope.run.History;
import org.reapscope.run.Policy;
import org.reapscope.run.RunTree;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * Makes questions from any scenario: runs it in an order that the seed decides, and asks where something happens — a value
 * changes, somebody has to wait, something ceases to be possible. The same scenario and seed give the same questions.
 */
final class Generator {

    private static final int LONGEST = 400;
    private static final int SHORT = 12;
    private static final int MOST_OF_A_KIND = 2;

    private final Scenario scenario;
    private final Machine machine;
    private final Progress progress;
    private final List<Posed> posed = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();

    Generator(Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.machine = ScenarioSystem.toStep(scenario).spec().build();
        this.progress = progress;
    }

    List<Posed> questions(long seed) {
        int[] run = run(seed);
        long[] state = machine.initial();
        for (int k = 0; k < run.length; k++) {
            // Not at every step of a long run, so that questions are spread over it.
            if (run.length < SHORT || (k + seed) % 3 == 0) {
                ask(state, run[k]);
            }
            machine.step(state, 0, run[k]);
            taken.add(run[k]);
        }
        waits(state);
        taken.clear();
        future(run);
        return List.copyOf(posed);
    }

    private int[] run(long seed) {
        RunTree tree = new RunTree(machine);
        Policy policy = new Policy.Random(seed);
        int node = RunTree.ROOT;
        for (int k = 0; k < LONGEST; k++) {
            int task = policy.choose(machine, tree.state(node), History.of(tree, node));
            if (task == Policy.NOBODY) {
                break;
            }
            node = tree.step(node, task);
        }
        return tree.path(node);
    }

    private void ask(long[] state, int next) {
        waits(state);
        Choice choice = Choice.of(machine, state, next);
        Optional<Change> change = choice.changes().stream().filter(c -> !c.name().startsWith("ever.")).findFirst();
        change.ifPresent(c -> add(Kind.VALUE, next, CellName.of(machine, c.cell()).text()));
        if (choice.step().filter(s -> s.step().id().equals("P3")).isPresent()) {
            add(Kind.RETURNS, next, "");
        }
        if (Long.bitCount(machine.enabledMask(state, 0)) < machine.tasks()) {
            add(Kind.RUNS, -1, "");
        }
    }

    private void waits(long[] state) {
        for (int task = 0; task < machine.tasks(); task++) {
            if (Choice.of(machine, state, task).blocked().filter(b -> !b.holders().isEmpty()).isPresent()) {
                add(Kind.BLOCKED, task, "");
            }
        }
    }

    /** Of each property: whether it is still open half way, and how far away it is from the beginning. */
    private void future(int[] run) {
        for (String property : scenario.properties()) {
            for (int k = 0; k < run.length / 2; k++) {
                taken.add(run[k]);
            }
            add(Kind.OUTLOOK, -1, property);
            taken.clear();
            add(Kind.FEWEST, -1, property);
        }
    }

    private void add(Kind kind, int task, String about) {
        if (posed.stream().filter(p -> p.question().kind() == kind).count() >= MOST_OF_A_KIND) {
            return;
        }
        String schedule = ScheduleText.format(machine, taken.stream().mapToInt(Integer::intValue).toArray());
        Question question = new Question("generated-" + (posed.size() + 1), kind, "", task < 0 ? "" : machine.spec().tasks().get(task).name(),
                about, List.of(), schedule, -1);
        try {
            Posed next = Questions.pose(question, Stage.at(scenario, machine, new int[0], 0), progress);
            if (posed.stream().noneMatch(p -> p.prompt().equals(next.prompt()) && p.answers().equals(next.answers()))) {
                posed.add(next);
            }
        } catch (LessonException | ModelException _) {
            // Not every question can be asked everywhere: a property may be out of reach, a scenario too large.
        }
    }
}
