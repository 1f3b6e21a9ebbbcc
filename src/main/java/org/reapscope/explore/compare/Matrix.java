package org.reapscope.explore.compare;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.run.ScheduleText;
import org.reapscope.scenario.Scenario;

/**
 * One scenario on several kernels: a row for each property, a column for each kernel.
 *
 * @param scenario what was explored, its own kernel and patches aside
 * @param properties the questions, one for each row
 * @param columns the kernels, in the order asked for
 */
public record Matrix(Scenario scenario, List<String> properties, List<Column> columns) {

    /** Keeps copies. */
    public Matrix {
        properties = List.copyOf(properties);
        columns = List.copyOf(columns);
    }

    /** Hears how far the work is, on the searching thread; throws {@link org.reapscope.base.job.Cancelled} to end it. */
    @FunctionalInterface
    public interface Listener {

        /** Hears nothing. */
        Listener NONE = (column, status) -> {};

        /** The search of a column, counted from 0, is so far. At least every 50 ms. */
        void at(int column, Status status);

        /** A column is done; the matrix will hold it unchanged. */
        default void done(int column, Column found) {}
    }

    /**
     * Explores a scenario on each kernel, one after the other. A kernel whose patches contradict each other, do not apply to
     * the release or make the scenario too large becomes a refused column with the reason; so does, within a column, a
     * property that names a step or field which that kernel does not have.
     *
     * @param properties as text ({@link org.reapscope.explore.property.PropertyParser})
     * @throws PropertyException if no kernel understands a property; nothing has been explored then
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Matrix of(Scenario scenario, List<Variant> variants, List<String> properties, Request request,
            Budget budget, Listener listener) {
        List<Inquiry> inquiries = variants.stream().map(v -> Inquiry.of(scenario, v, properties)).toList();
        Inquiry.requireAnswerable(inquiries, properties);
        List<Column> columns = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            int number = columns.size();
            Column column = column(inquiry, properties, request, budget, status -> listener.at(number, status));
            columns.add(column);
            listener.done(number, column);
        }
        return new Matrix(scenario, properties, columns);
    }

    /** The cell of a property, by row, in a kernel, by column. */
    public Cell cell(int property, int column) {
        return columns.get(column).cells().get(property);
    }

    private static Column column(Inquiry inquiry, List<String> properties, Request request, Budget budget,
            Status.Listener listener) {
        MachineSpec spec = inquiry.spec();
        if (spec == null) {
            return Column.refused(inquiry.variant(), inquiry.refusal(), properties.size());
        }
        List<String> understood = properties.stream().filter(p -> !inquiry.objections().containsKey(p)).toList();
        Report report;
        try {
            report = Explorer.explore(spec, understood, request, budget, listener);
        } catch (ModelException e) {
            return Column.refused(inquiry.variant(), String.valueOf(e.getMessage()), properties.size());
        }
        List<Cell> cells = new ArrayList<>();
        for (String property : properties) {
            PropertyException objection = inquiry.objections().get(property);
            cells.add(objection != null ? Cell.refused(String.valueOf(objection.getMessage()))
                    : cell(report.answer(property.strip()).orElseThrow(), spec));
        }
        return new Column(inquiry.variant(), "", report, cells);
    }

    private static Cell cell(Answer answer, MachineSpec spec) {
        List<String> tasks = spec.tasks().stream().map(TaskSpec::name).toList();
        return new Cell(answer,
                answer.shortest() == null ? "" : ScheduleText.format(tasks, answer.shortest().schedule()), "");
    }
}
