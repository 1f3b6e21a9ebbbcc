package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.Program;

/** A tree of kernel text, and the programs that it is. */
public final class KernelText {

    private final Structs structs = new Structs();
    private final Expressions expressions = new Expressions(structs);
    private final Tracepoints tracepoints = new Tracepoints(expressions);
    private final StepStatements statements = new StepStatements(expressions, tracepoints);
    private final Lowering lowering = new Lowering(expressions, statements);
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> stepping = new HashSet<>();

    /** A function that is a program, and the file in which it stands. */
    private record Entry(Declaration.Function function, SourceText file) {}

    private KernelText() {}

    /**
     * The programs of a tree, in the order of its files.
     *
     * @param files texts by path, {@code kernel/exit.c}
     * @throws KernelTextException at the first mistake, with file, line and column
     */
    public static List<Program> programs(Map<String, String> files) {
        KernelText tree = new KernelText();
        Map<SourceText, List<Declaration>> read = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            try {
                SourceText source = SourceText.of(path, text);
                read.put(source, DeclarationReader.read(source));
            } catch (SyntaxException e) {
                throw new KernelTextException(path, text, e);
            }
        });
        read.forEach((source, all) -> at(source, () -> all.stream().filter(Declaration.Constants.class::isInstance).forEach(d -> tree.declare(d, source))));
        List<Declaration.Function> functions = read.values().stream().flatMap(List::stream).filter(Declaration.Function.class::isInstance)
                .map(Declaration.Function.class::cast).toList();
        while (functions.stream().filter(f -> f.steps() || f.calls(tree.stepping)).map(f -> tree.stepping.add(f.name().text())).reduce(false, Boolean::logicalOr)) {
            // Until no function is found any more that takes steps because one that it calls does.
        }
        read.forEach((source, all) -> at(source, () -> all.stream().filter(d -> !(d instanceof Declaration.Constants)).forEach(d -> tree.declare(d, source))));
        List<Program> programs = new ArrayList<>();
        tree.entries.forEach(entry -> at(entry.file, () -> programs.add(tree.lowering.program(entry.function, entry.file.path()))));
        return programs;
    }

    private void declare(Declaration declaration, SourceText file) {
        switch (declaration) {
            case Declaration.Constants constants -> structs.add(constants);
            case Declaration.Struct struct -> structs.add(struct);
            case Declaration.Tracepoint tracepoint -> tracepoints.add(tracepoint);
            case Declaration.Function function -> {
                if (stepping.contains(function.name().text())) {
                    lowering.add(function);
                    if (!function.internal()) {
                        entries.add(new Entry(function, file));
                    }
                } else if (function.body().size() == 1 && function.body().getFirst() instanceof Statement.Return) {
                    expressions.add(function);
                } else {
                    statements.add(function);
                }
            }
        }
    }

    private static void at(SourceText source, Runnable work) {
        try {
            work.run();
        } catch (SyntaxException e) {
            throw new KernelTextException(source.path(), source.text(), e);
        }
    }
}
