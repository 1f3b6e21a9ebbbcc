package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Matrix;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.graph.Lamp;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.lesson.LessonException;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.goal.Goal;
import org.reapscope.lesson.goal.Reach;
import org.reapscope.scenario.Scenario;

/** Questions about everything that may still happen: the answers come from exact searches. */
final class FutureQuestions {

    private final Question question;
    private final Progress progress;

    FutureQuestions(Question question, Progress progress) {
        this.question = question;
        this.progress = progress;
    }

    Posed outlook(Stage stage) {
        Reach reach = reach(stage);
        List<String> why = new ArrayList<>();
        String goal = question.about();
        switch (reach.lamp()) {
            case CERTAIN -> why.add("However one goes on from here, it comes to " + goal + ": no end without it was found among all "
                    + reach.states() + " states that can follow.");
            case POSSIBLE -> {
                why.add("It can come to " + goal + ", in " + steps(reach.fewest()) + " at least; the run shown does.");
                why.add("It need not: " + stage.text(reach.around()).replace('\n', ' ') + " ends without it.");
            }
            case IMPOSSIBLE -> why.add("None of the " + reach.states() + " states that can follow has " + goal + ".");
            case UNKNOWN -> throw new AssertionError("not all that can follow was looked at");
        }
        return posed("Can it still come to " + goal + "?",
                List.of("yes, but it need not", "yes, it must, whatever happens", "no, it can no more"),
                Set.of(reach.lamp() == Lamp.POSSIBLE ? 0 : reach.lamp() == Lamp.CERTAIN ? 1 : 2), false, why,
                stage.text(reach.lamp() == Lamp.IMPOSSIBLE ? reach.around() : reach.way()), stage.step());
    }

    Posed fewest(Stage stage) {
        Reach reach = reach(stage);
        int fewest = reach.fewest();
        if (fewest < 0) {
            throw new LessonException(question.id() + ": it can never come to " + question.about() + " here; ask \"outlook\" instead of \"fewest\"");
        }
        List<Integer> numbers = Options.numbers(fewest, List.of(fewest + 1, fewest + 3, fewest - 2), 0, Integer.MAX_VALUE);
        return posed("How many steps does it take at least until " + question.about() + "?",
                numbers.stream().map(String::valueOf).toList(), Set.of(numbers.indexOf(fewest)), false,
                List.of("A shortest way takes " + fewest + "; all shorter ones were tried."), stage.text(reach.way()), stage.step());
    }

    private Reach reach(Stage stage) {
        Goal goal = Goal.of(stage.scenario(), question.about());
        return Reach.from(goal.after(stage.taken()), goal, progress);
    }

    Posed kernels(Scenario scenario) {
        List<String> options = question.kernels();
        try {
            List<Variant> variants = options.stream().map(set -> Variant.all(List.of(scenario.profile()), set).getFirst()).toList();
            Matrix matrix = Matrix.of(scenario, variants, List.of(question.about()), new Request(false, false, 0, true),
                    Budget.standard(), Matrix.Listener.NONE);
            Set<Integer> right = new TreeSet<>();
            List<String> why = new ArrayList<>();
            String schedule = "";
            for (int k = 0; k < options.size(); k++) {
                Cell cell = matrix.cell(0, k);
                if (cell.verdict() == Verdict.UNKNOWN) {
                    throw new LessonException(question.id() + ": " + options.get(k) + ": " + (cell.why().isEmpty()
                            ? matrix.columns().get(k).refusal() : cell.why()) + " (not known)");
                }
                boolean can = cell.verdict() != Verdict.NEVER;
                why.add(options.get(k) + ": " + (can ? "it can happen" + (cell.shortest() == null ? "" : ", in " + steps(cell.shortest().steps()) + " at least") : "never, on any schedule of this scenario") + ".");
                if (can) {
                    right.add(k);
                    schedule = schedule.isEmpty() ? cell.schedule() : schedule;
                }
            }
            return posed("On which of these kernels can it come to " + question.about() + "? Tick all.", options, right, true, why,
                    options.contains("none") && right.contains(options.indexOf("none")) ? schedule : "", 0);
        } catch (ModelException | PropertyException e) {
            throw new LessonException(question.id() + ": " + e.getMessage());
        }
    }

    private static String steps(int n) {
        return n + (n == 1 ? " step" : " steps");
    }

    private Posed posed(String prompt, List<String> options, Set<Integer> right, boolean several, List<String> why, String schedule, int step) {
        return new Posed(question, question.say().isEmpty() ? prompt : question.say(), options, right, several,
                new Explanation(why, schedule, step));
    }
}
