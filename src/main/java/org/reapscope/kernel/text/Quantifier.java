package org.reapscope.kernel.text;

import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Fold;

/** A fold over all things of a kind, by the name of its function: {@code exists_task}, {@code first_vma}. */
record Quantifier(Fold fold, Dim dim) {

    private static final Map<String, Fold> FOLDS = Map.of("exists", Fold.EXISTS, "every", Fold.FORALL, "count", Fold.COUNT, "sum", Fold.SUM,
            "first", Fold.FIRST, "last", Fold.LAST);
    private static final Map<String, Dim> DIMS = Map.of("task", Dim.TASK, "group", Dim.GROUP, "mm", Dim.MM, "vma", Dim.VMA, "pt", Dim.TABLE);

    static Optional<Quantifier> of(String function) {
        int line = function.indexOf('_');
        Fold fold = line < 0 ? null : FOLDS.get(function.substring(0, line));
        Dim dim = DIMS.get(function.substring(line + 1));
        return fold == null || dim == null ? Optional.empty() : Optional.of(new Quantifier(fold, dim));
    }

    /** What a loop {@code for_each_task} runs over. */
    static Optional<Dim> loop(String function) {
        return function.startsWith("for_each_") ? Optional.ofNullable(DIMS.get(function.substring("for_each_".length()))) : Optional.empty();
    }
}
