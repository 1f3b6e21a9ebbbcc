package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;

import org.reapscope.explore.compare.Cell;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Matrix;
import org.reapscope.explore.compare.Transplant;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.report.ReportWords;
import org.reapscope.explore.report.TransplantText;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.ScenarioSystem;

/** Tries the witnesses of a comparison's first kernel on the others, and prints where they cease to be runs. */
final class TransplantRun {

    private TransplantRun() {}

    static void print(Matrix matrix, PrintWriter out) throws IOException {
        Variant first = matrix.columns().getFirst().variant();
        for (int row = 0; row < matrix.properties().size(); row++) {
            Cell cell = matrix.cell(row, 0);
            Witness witness = cell.shortest();
            if (witness == null) {
                continue;
            }
            out.append('\n').append(matrix.properties().get(row)).append(" on ").append(first.toString()).append(": ")
                    .append(ReportWords.steps(witness)).append('\n');
            out.append("    ").append(cell.schedule().replace("\n", "\n    ")).append('\n');
            Machine from = machine(matrix, first);
            for (Column column : matrix.columns().subList(1, matrix.columns().size())) {
                if (column.refusedBecause().isEmpty()) {
                    Transplant transplant = Transplant.of(from, witness.schedule(), machine(matrix, column.variant()));
                    TransplantText.write(transplant, first.toString(), column.variant().toString(), witness.steps(), out);
                }
            }
        }
    }

    private static Machine machine(Matrix matrix, Variant variant) {
        return ScenarioSystem.toStep(variant.applied(matrix.scenario())).spec().build();
    }
}
