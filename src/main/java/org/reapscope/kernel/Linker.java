package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.StepCode;
import org.reapscope.kernel.expr.Trees;

/** Lays a task's script out as one list of steps: calls are replaced by the called programs, jumps become numbers. */
final class Linker {

    private static final int MAX_DEPTH = 16;

    private final Programs programs;
    private final int task;
    private final List<Placed> placed = new ArrayList<>();

    /** Where a jump leads, known once everything is laid out. */
    private static final class Target {
        int pc = -1;
    }

    private record Exit(Expr when, Target to) {}

    private record Placed(String path, Program program, List<String> callers, MicroStep step, List<Exit> exits) {}

    private Linker(Programs programs, int task) {
        this.programs = programs;
        this.task = task;
    }

    /** The steps of a task; the program counter after the last one means done. */
    static List<LinkedStep> link(Programs programs, int task, List<Call> script) {
        Linker linker = new Linker(programs, task);
        Target next = new Target();
        for (Call call : script) {
            next.pc = linker.placed.size();
            next = new Target();
            linker.place(programs.get(call.program()), "", List.of(), call.arguments(), next);
        }
        next.pc = linker.placed.size();
        return linker.resolve();
    }

    private void place(Program program, String prefix, List<String> callers, Map<String, Expr> arguments, Target end) {
        if (callers.size() > MAX_DEPTH) {
            throw new ModelException(program.name() + " calls itself: " + prefix);
        }
        Map<String, Target> targets = new HashMap<>();
        program.lines().forEach(line -> targets.put(line.id(), new Target()));
        targets.put(MicroStep.RETURN, end);
        for (int k = 0; k < program.lines().size(); k++) {
            Line line = program.lines().get(k);
            target(targets, program, line.id()).pc = placed.size();
            Target next = k + 1 < program.lines().size()
                    ? target(targets, program, program.lines().get(k + 1).id()) : end;
            switch (line) {
                case MicroStep step -> {
                    MicroStep bound = step.bind(arguments);
                    List<Exit> exits = new ArrayList<>();
                    for (MicroStep.Jump jump : bound.jumps()) {
                        exits.add(new Exit(jump.when(), target(targets, program, destination(program, jump.to()))));
                    }
                    exits.add(new Exit(Expr.TRUE, next));
                    placed.add(new Placed(prefix + step.id(), program, callers, bound, exits));
                }
                case Call call -> {
                    Map<String, Expr> inner = new HashMap<>();
                    call.arguments().forEach((name, e) ->
                            inner.put(name, Trees.bind(e, arguments)));
                    List<String> outer = new ArrayList<>(List.of(program.name()));
                    outer.addAll(callers);
                    place(programs.get(call.program()), prefix + call.id() + "/", outer, inner, next);
                }
            }
        }
    }

    private static String destination(Program program, String jump) {
        String skipped = MicroStep.skipped(jump);
        if (skipped.isEmpty()) {
            return jump;
        }
        int next = program.indexOf(skipped) + 1;
        return next < program.lines().size() ? program.lines().get(next).id() : MicroStep.RETURN;
    }

    private static Target target(Map<String, Target> targets, Program program, String id) {
        Target target = targets.get(id);
        if (target == null) {
            throw new ModelException(program.name() + " jumps to " + id + ", which it does not have");
        }
        return target;
    }

    private List<LinkedStep> resolve() {
        List<LinkedStep> steps = new ArrayList<>();
        for (Placed p : placed) {
            List<StepCode.Exit> exits = p.exits.stream().map(x -> new StepCode.Exit(x.when, x.to.pc)).toList();
            steps.add(new LinkedStep(p.path, p.program.name(), p.program.source(), p.callers, List.of(p.step),
                    new StepCode(task, steps.size(), p.step.guard(), p.step.effects(), exits)));
        }
        return steps;
    }
}
