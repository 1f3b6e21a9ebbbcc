package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Expr;

/**
 * Makes the lines of a program out of a function and those that it takes in. A function that is not {@code static} is a program
 * of its own, called under a label; a {@code static} one stands in the place of its call, its labels among the caller's; one with
 * relative labels gets them from the label of the call.
 */
final class Lowering {

    private static final int DEEPEST = 20;
    /** Where a goto ends the whole program. */
    private static final String END = "end";

    private final Map<String, Declaration.Function> functions = new HashMap<>();
    private final Expressions expressions;
    private final StepStatements statements;

    Lowering(Expressions expressions, StepStatements statements) {
        this.expressions = expressions;
        this.statements = statements;
    }

    void add(Declaration.Function function) {
        functions.put(function.name().text(), function);
    }

    /** The program of a function. */
    Program program(Declaration.Function function, String path) {
        Scope scope = Scope.EMPTY;
        for (Declaration.Parameter parameter : function.parameters()) {
            Type type = Structs.type(parameter.type());
            scope = scope.with(parameter.name().text(), new Value(new Expr.Param(parameter.name().text()), type));
        }
        return new Program(function.name().text(), path, new Body(function, scope, "", function.name().text(), MicroStep.RETURN, Map.of(), step -> { }, 0).lines());
    }

    /** The steps of one function where it stands. */
    private final class Body {

        private final Declaration.Function function;
        private final Scope scope;
        private final String prefix;
        private final String shown;
        private final String end;
        private final Map<String, String> labels;
        private final Consumer<MicroStep.Builder> dress;
        private final int depth;
        private final List<Line> lines = new ArrayList<>();

        /**
         * @param prefix what relative labels are put behind
         * @param shown the kernel function that the steps stand in
         * @param end where {@code return} goes
         * @param labels what its parameters stand for that are labels
         * @param dress what every step has, by what stands before the first label
         */
        Body(Declaration.Function function, Scope scope, String prefix, String shown, String end, Map<String, String> labels,
                Consumer<MicroStep.Builder> dress, int depth) {
            if (depth > DEEPEST) {
                throw new SyntaxException(function.name().span(), function.name().text() + " calls itself");
            }
            this.function = function;
            this.scope = scope;
            this.prefix = prefix;
            this.shown = shown;
            this.end = end;
            this.labels = labels;
            this.dress = dress.andThen(preamble());
            this.depth = depth;
        }

        List<Line> lines() {
            try {
                read();
                return lines;
            } catch (SyntaxException e) {
                throw new KernelTextException(function.file().path(), function.file().text(), e);
            }
        }

        /** Statements before the first label that call no function with steps: they are said of every step. */
        private Consumer<MicroStep.Builder> preamble() {
            List<Statement> said = function.body().stream().takeWhile(s -> !(s instanceof Statement.Label) && called(s).isEmpty()).toList();
            return step -> said.forEach(statement -> {
                Part part = new Part();
                statements.lower(statement, scope, step, part, to -> target(to));
                if (!part.effects().isEmpty() || !part.jumps().isEmpty() || !part.traces().isEmpty()) {
                    throw new SyntaxException(statement.span(), "expected a label before this, as in V11: current->has_mm = false;");
                }
            });
        }

        private void read() {
            List<Statement> body = function.body().stream().dropWhile(s -> !(s instanceof Statement.Label) && called(s).isEmpty()).toList();
            for (int i = 0; i < body.size(); i++) {
                if (body.get(i) instanceof Statement.Label label) {
                    int from = i + 1;
                    while (i + 1 < body.size() && !(body.get(i + 1) instanceof Statement.Label) && !(i + 1 > from && standsAlone(body.get(i + 1)))) {
                        i++;
                    }
                    labelled(label, body.subList(from, i + 1));
                } else {
                    lines.addAll(taken(body.get(i)));
                }
            }
        }

        /** Whether a statement is a call of a static function that brings labels of its own. */
        private boolean standsAlone(Statement statement) {
            return called(statement).filter(f -> f.internal() && !relative(f)).isPresent();
        }

        private void labelled(Statement.Label label, List<Statement> step) {
            String id = id(label.name());
            Optional<Declaration.Function> alone = step.size() == 1 ? called(step.getFirst()) : Optional.empty();
            if (alone.isPresent() && !fragment(alone.get())) {
                Syntax.Call call = (Syntax.Call) ((Statement.Evaluate) step.getFirst()).syntax();
                lines.addAll(relative(alone.get()) ? expanded(alone.get(), call, id, label) : List.of(call(alone.get(), call, id)));
                return;
            }
            MicroStep.Builder built = MicroStep.step(id, shown);
            dress.accept(built);
            Part part = new Part();
            for (Statement statement : step) {
                Optional<Declaration.Function> fragment = called(statement);
                if (fragment.isPresent()) {
                    splice(fragment.get(), (Syntax.Call) ((Statement.Evaluate) statement).syntax(), statement.span(), built, part, id);
                } else {
                    statements.lower(statement, scope, built, part, to -> target(to));
                }
            }
            comments(label, built, scope);
            lines.add(built(built, part));
        }

        /** The steps of a function with relative labels; what the call's label says is said of the first. */
        private List<Line> expanded(Declaration.Function called, Syntax.Call call, String id, Statement.Label label) {
            List<Line> steps = new Body(called, expressions.arguments(called, call, scope), id, called.inline() ? shown : called.name().text(),
                    MicroStep.after(last(called, id)), given(called, call), dress, depth + 1).lines();
            if (!label.comments().isEmpty() && steps.getFirst() instanceof MicroStep first) {
                MicroStep.Builder said = first.toBuilder();
                comments(label, said, scope);
                List<Line> result = new ArrayList<>(steps);
                result.set(0, said.build());
                return result;
            }
            return steps;
        }

        private Line call(Declaration.Function called, Syntax.Call call, String id) {
            Scope arguments = expressions.arguments(called, call, scope);
            Map<String, Expr> given = new HashMap<>();
            called.parameters().forEach(p -> given.put(p.name().text(), arguments.of(p.name().text()).orElseThrow().expr()));
            return new Call(id, called.name().text(), given);
        }

        /** Puts the only step of a function into one that has more to do. */
        private void splice(Declaration.Function called, Syntax.Call call, Span span, MicroStep.Builder built, Part part, String id) {
            if (!fragment(called)) {
                throw new SyntaxException(span, called.name().text() + " takes several steps: give the call a label of its own");
            }
            Scope inner = expressions.arguments(called, call, scope);
            if (!called.inline()) {
                built.function(called.name().text());
            }
            Statement.Label label = (Statement.Label) called.body().getFirst();
            comments(label, built, inner);
            Map<String, String> given = given(called, call);
            for (Statement statement : called.body().subList(1, called.body().size())) {
                Optional<Declaration.Function> inside = called(statement);
                if (inside.isPresent()) {
                    new Body(called, inner, prefix, shown, end, given, step -> { }, depth + 1)
                            .splice(inside.get(), (Syntax.Call) ((Statement.Evaluate) statement).syntax(), span, built, part, id);
                    continue;
                }
                statements.lower(statement, inner, built, part, to -> to == null ? end : to.equals(".") ? id : given.containsKey(to) ? given.get(to) : target(to));
            }
        }

        /** The lines of a call without a label. */
        private List<Line> taken(Statement statement) {
            Declaration.Function called = called(statement).filter(f -> f.internal() && !relative(f)).orElseThrow(() -> new SyntaxException(statement.span(),
                    "expected a label before this, as in V11: current->has_mm = false;"));
            Syntax.Call call = (Syntax.Call) ((Statement.Evaluate) statement).syntax();
            return new Body(called, expressions.arguments(called, call, scope), "", called.inline() ? shown : called.name().text(),
                    MicroStep.after(last(called, "")), given(called, call), dress, depth + 1).lines();
        }

        private String target(@Nullable String label) {
            return label == null ? end : label.equals(END) ? MicroStep.RETURN : labels.containsKey(label) ? labels.get(label) : id(label);
        }

        /** The labels among the arguments of a call. */
        private Map<String, String> given(Declaration.Function called, Syntax.Call call) {
            Map<String, String> given = new HashMap<>();
            for (int i = 0; i < Math.min(called.parameters().size(), call.arguments().size()); i++) {
                if (isLabel(called.parameters().get(i))) {
                    Syntax label = call.arguments().get(i);
                    given.put(called.parameters().get(i).name().text(), target(label.word().orElseThrow(() -> new SyntaxException(label.span(), "expected a label"))));
                }
            }
            return given;
        }

        private String id(String label) {
            return label.startsWith(".") ? prefix + label.substring(1) : label;
        }
    }

    private static MicroStep built(MicroStep.Builder built, Part part) {
        built.does(part.effects());
        part.jumps().forEach(jump -> built.jump(jump.when(), jump.to()));
        part.traces().forEach(built::traces);
        return built.build();
    }

    private void comments(Statement.Label label, MicroStep.Builder built, Scope scope) {
        for (Comment comment : label.comments()) {
            switch (comment.kind()) {
                case WORDS -> StepWords.say(built, comment, expressions, scope);
                case WHY -> built.why(comment.text());
                case TITLE -> built.title(comment.text());
            }
        }
    }

    /** The function with steps that a statement calls, if it is one. */
    private Optional<Declaration.Function> called(Statement statement) {
        return statement instanceof Statement.Evaluate(Syntax.Call call, var _)
                ? call.function().word().map(functions::get) : Optional.empty();
    }

    /** Whether a parameter is where to go. */
    static boolean isLabel(Declaration.Parameter parameter) {
        return parameter.type().name().text().equals("label");
    }

    private static boolean relative(Declaration.Function function) {
        return function.body().stream().anyMatch(s -> s instanceof Statement.Label label && label.relative());
    }

    /** Whether a function with relative labels is one step, which others may be part of. */
    private boolean fragment(Declaration.Function function) {
        List<Statement> body = function.body();
        long labels = body.stream().filter(Statement.Label.class::isInstance).count();
        return relative(function) && labels == 1 && body.stream().map(this::called).flatMap(Optional::stream).allMatch(this::fragment);
    }

    /** The id of the last line of a function under this label. */
    private String last(Declaration.Function function, String prefix) {
        String id = "";
        for (Statement statement : function.body()) {
            Optional<Declaration.Function> called = called(statement);
            if (statement instanceof Statement.Label label) {
                id = label.relative() ? prefix + label.name().substring(1) : label.name();
            } else if (called.isPresent() && (relative(called.get()) || called.get().internal())) {
                id = last(called.get(), relative(called.get()) ? id : "");
            }
        }
        return id;
    }
}
