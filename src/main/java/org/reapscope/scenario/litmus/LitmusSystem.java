package org.reapscope.scenario.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;

/** Makes the machine that a litmus program describes. */
public final class LitmusSystem {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*?)('?)}");
    private static final int FIRST_PID = 1000;

    private LitmusSystem() {}

    /**
     * The machine's specification.
     *
     * @param wanted names of the facts that it is asked for
     * @param keepAll whether to keep every variable, for showing
     * @throws LitmusException if a statement or expression cannot be understood
     */
    public static MachineSpec of(Litmus litmus, List<String> wanted, boolean keepAll) {
        Names names = new Names(litmus);
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(litmus.programs().stream().map(p -> program(p, names)).toList()));
        spec.member(Dim.GROUP, "all");
        for (int t = 0; t < litmus.threads().size(); t++) {
            Litmus.Runner thread = litmus.threads().get(t);
            spec.task(new TaskSpec(thread.name(), thread.name().length() > 15 ? thread.name().substring(0, 15) : thread.name(),
                    FIRST_PID + t, 0, "thread", false, List.of(new Call(thread.runs(), thread.runs(), Map.of()))));
            for (Litmus.Variable v : litmus.locals()) {
                spec.initial(names.localField(v.name()), v.initial(), t);
            }
        }
        litmus.shared().forEach(v -> spec.initial(names.sharedField(v.name()), v.initial()));
        for (Litmus.Claim claim : litmus.facts()) {
            LitmusTerms terms = new LitmusTerms(claim.when(), names);
            Expr when = terms.expression();
            terms.end();
            if (wanted.contains(claim.name())) {
                spec.fact(Fact.ever(claim.name(), when));
            }
        }
        return spec.keepAll(keepAll).spec();
    }

    /** Reads the statements of a step without making anything of them. */
    static void requireStatements(Litmus litmus, String statements) {
        new Statements(new Names(litmus)).add(statements, MicroStep.step("x", "x"));
    }

    /** Reads the values in the sentence of a step. */
    static void requireSentence(Litmus litmus, Litmus.Step step) {
        says(step, new Names(litmus), MicroStep.step("x", "x"));
    }

    /** Reads an expression. */
    static void requireExpression(Litmus litmus, String expression) {
        LitmusTerms terms = new LitmusTerms(expression, new Names(litmus));
        terms.expression();
        terms.end();
    }

    private static Program program(Litmus.Listing listing, Names names) {
        Program.Builder program = Program.of(listing.name(), "");
        Statements statements = new Statements(names);
        for (Litmus.Step step : listing.steps()) {
            MicroStep.Builder built = MicroStep.step(step.id(), listing.name()).title(step.does()).why(step.why());
            statements.add(step.does(), built);
            program.add(says(step, names, built));
        }
        return program.build();
    }

    private static MicroStep.Builder says(Litmus.Step step, Names names, MicroStep.Builder built) {
        List<Expr> values = new ArrayList<>();
        Matcher braces = BRACES.matcher(step.says());
        String text = braces.replaceAll(found -> {
            LitmusTerms terms = new LitmusTerms(found.group(1), names);
            values.add(terms.expression());
            terms.end();
            return "{" + (values.size() - 1) + Matcher.quoteReplacement(found.group(2)) + "}";
        });
        return built.says(text.isEmpty() ? step.does() : text, values.toArray(Expr[]::new));
    }
}
