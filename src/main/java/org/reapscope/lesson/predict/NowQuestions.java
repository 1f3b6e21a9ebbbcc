package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.reapscope.export.SystemCall;
import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.run.Choice;

/** Questions that the machine answers by stepping: who can run, who waits for whom, what a value becomes, what a call returns. */
final class NowQuestions {

    private static final List<ReturnValue> RESULTS = List.of(ReturnValue.OK, ReturnValue.ESRCH, ReturnValue.EINVAL, ReturnValue.EAGAIN);
    private static final int LONGEST = 5000;

    private final Question question;
    private final Stage stage;
    private final Machine machine;
    private final long[] state;

    NowQuestions(Question question, Stage stage) {
        this.question = question;
        this.stage = stage;
        this.machine = stage.machine();
        this.state = stage.state();
    }

    Posed runs() {
        List<String> tasks = machine.spec().tasks().stream().map(TaskSpec::name).toList();
        Set<Integer> right = new TreeSet<>();
        List<String> why = new ArrayList<>();
        for (Choice choice : Choice.all(machine, state)) {
            if (choice.enabled()) {
                right.add(choice.task());
            }
            why.add(tasks.get(choice.task()) + (choice.enabled() ? " can go on: " + title(choice)
                    : choice.step().isEmpty() ? " is done." : " cannot go on: it " + choice.obstacle() + "."));
        }
        return posed("Who can take the next step? Tick all that can.", tasks, right, true, why, stage.text());
    }

    Posed blocked() {
        int task = stage.task(question.task());
        Choice choice = Choice.of(machine, state, task);
        List<String> options = new ArrayList<>();
        Set<Integer> right = new TreeSet<>();
        Set<Integer> keepers = keepers(choice);
        for (int t = 0; t < machine.tasks(); t++) {
            if (t != task) {
                if (keepers.contains(t)) {
                    right.add(options.size());
                }
                options.add(name(t));
            }
        }
        if (right.isEmpty()) {
            right.add(options.size() + (choice.enabled() ? 0 : 1));
        }
        options.add("nobody: it can go on");
        options.add("no task in particular: it waits for something to happen, or is done");
        String why = choice.enabled() ? name(task) + " can go on: " + title(choice) : name(task) + " " + choice.obstacle() + ".";
        return posed("For whom does " + name(task) + " wait? Tick all.", options, right, true, List.of(why), stage.text());
    }

    private static Set<Integer> keepers(Choice choice) {
        Optional<Blocked> blocked = choice.blocked();
        Set<Integer> keepers = new TreeSet<>();
        blocked.ifPresent(b -> keepers.addAll(b.holders().isEmpty() ? b.ahead() : b.holders()));
        return keepers;
    }

    Posed value() {
        int task = stage.task(question.task());
        CellName cell = CellName.of(machine, question.about());
        LinkedStep step = machine.next(state, 0, task).filter(s -> machine.enabled(state, 0, task)).orElseThrow(
                () -> new LessonException(question.id() + ": " + name(task) + " cannot step here, so nothing changes: it "
                        + Choice.of(machine, state, task).obstacle()));
        long[] after = state.clone();
        machine.step(after, 0, task);
        int was = machine.layout().get(state, 0, cell.cell());
        int is = machine.layout().get(after, 0, cell.cell());
        List<Integer> values = Options.numbers(is, List.of(was, was + 1, was - 1, 0), 0, cell.most(machine));
        List<String> why = new ArrayList<>();
        why.add(name(task) + " in " + step.step().function() + "(): " + machine.sentence(state, after, task) + ".");
        why.add(cell.text() + (was == is ? " stays " + cell.value(machine, is) + "." : " goes from " + cell.value(machine, was)
                + " to " + cell.value(machine, is) + "."));
        addWhy(why, step);
        return posed("What is " + cell.text() + " after the next step of " + name(task) + "? Now it is " + cell.value(machine, was) + ".",
                values.stream().map(v -> cell.value(machine, v)).toList(), Set.of(values.indexOf(is)), false, why, stage.text(task));
    }

    Posed returns() {
        int task = stage.task(question.task());
        long[] now = state.clone();
        List<Integer> taken = new ArrayList<>();
        List<String> why = new ArrayList<>();
        Optional<ReturnValue> result = Optional.empty();
        String call = "";
        while (result.isEmpty() && taken.size() < LONGEST && machine.enabled(now, 0, task)) {
            long[] before = now.clone();
            machine.step(now, 0, task);
            taken.add(task);
            for (TraceEvent event : machine.traces(before, now, task)) {
                if (SystemCall.of(event).orElse(null) instanceof SystemCall.Return(String name, ReturnValue value)) {
                    result = Optional.of(value);
                    call = name;
                }
            }
            why.add(name(task) + ": " + machine.sentence(before, now, task) + ".");
        }
        if (taken.isEmpty() && machine.done(state, 0, task)) {
            throw new LessonException(question.id() + ": " + name(task) + " is done and calls nothing any more");
        }
        List<String> options = new ArrayList<>(RESULTS.stream().map(ReturnValue::text).toList());
        result.map(ReturnValue::text).filter(text -> !options.contains(text)).ifPresent(options::add);
        options.add("nothing yet: it has to wait for somebody");
        int right = result.isPresent() ? options.indexOf(result.get().text()) : options.size() - 1;
        if (result.isEmpty()) {
            why.add(name(task) + " " + Choice.of(machine, now, task).obstacle() + ".");
        }
        String what = call.isEmpty() ? "its system call" : call + "()";
        return posed("If only " + name(task) + " runs from here, what does " + what + " return?", options, Set.of(right), false,
                why.subList(Math.max(0, why.size() - 4), why.size()), stage.text(taken.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Posed posed(String prompt, List<String> options, Set<Integer> right, boolean several, List<String> why, String schedule) {
        return new Posed(question, question.say().isEmpty() ? prompt : question.say(), options, right, several,
                new Explanation(why, schedule, stage.step()));
    }

    private static void addWhy(List<String> why, LinkedStep step) {
        if (!step.step().why().isEmpty()) {
            why.add(step.step().why());
        }
    }

    private static String title(Choice choice) {
        return choice.step().map(s -> s.step().title() + " (" + s.step().function() + ")").orElse("") + ".";
    }

    private String name(int task) {
        return machine.spec().tasks().get(task).name();
    }
}
