package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.compare.Column;
import org.reapscope.explore.compare.Matrix;
import org.reapscope.explore.compare.Transplant;
import org.reapscope.explore.compare.Variant;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.ui.run.RunModel;

/**
 * The scenario that is being stepped on several kernels: the questions of {@link ExploreModel} asked of each. Columns come as
 * they are found; {@link #revision} counts what changes. On one thread.
 */
public final class CompareModel {

    private final RunModel run;
    private final ObservableList<String> questions;
    private final Background background;
    private final StringProperty patchSets = new SimpleStringProperty("");
    private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private @Nullable Scenario compared;
    private List<String> rows = List.of();
    private List<Column> columns = List.of();
    private @Nullable Tried tried;
    private Runnable cancel = () -> {};

    /** A witness of one kernel tried on another. */
    public record Tried(String question, Variant from, Variant to, Transplant transplant, int steps) {}

    /**
     * With no patch and each patch that applies to the scenario's kernel.
     *
     * @param questions the rows
     */
    public CompareModel(RunModel run, ObservableList<String> questions, Background background) {
        this.run = run;
        this.questions = questions;
        this.background = background;
        profiles.setAll(run.scenario().profile());
        List<String> sets = new ArrayList<>(List.of(KernelPatches.NONE));
        KernelPatches.all().stream().filter(p -> p.refusedBy(run.scenario().profile()).isEmpty()).map(KernelPatch::id).forEach(sets::add);
        patchSets.set(String.join(", ", sets));
        run.revision().addListener((o, was, is) -> changed());
    }

    /** Patch sets, one for each column, as text: {@code none, d, f+k}. */
    public StringProperty patchSets() {
        return patchSets;
    }

    /** The releases; each gets all the patch sets. */
    public ObservableList<Profile> profiles() {
        return profiles;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How far the comparison is, or what it is worth. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** Why the comparison cannot be made; empty if nothing is wrong. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Counts every change of {@link #rows}, {@link #columns}, {@link #outdated} and {@link #tried}. */
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** The questions that were asked, as text. */
    public List<String> rows() {
        return rows;
    }

    /** The kernels that have been explored so far. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether the scenario, its kernel and patches aside, or the questions are others than those of the comparison. */
    public boolean outdated() {
        Scenario now = run.scenario();
        Scenario then = compared;
        return then != null && !now.equals(then.on(now.profile()).patched(now.patches()));
    }

    /** Adds a patch to the text as a column of its own, or takes that column away. */
    public void toggle(String patch) {
        List<String> sets = new ArrayList<>(sets());
        if (!sets.remove(patch)) {
            sets.add(patch);
        }
        patchSets.set(String.join(", ", sets));
    }

    /** The patch sets of the text. */
    public List<String> sets() {
        return Arrays.stream(patchSets.get().split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /** Compares. */
    public void start() {
        cancel.run();
        List<Variant> variants;
        try {
            variants = Variant.all(List.copyOf(profiles), patchSets.get());
        } catch (ModelException e) {
            problem.set(String.valueOf(e.getMessage()));
            return;
        }
        if (variants.isEmpty() || questions.isEmpty()) {
            problem.set(questions.isEmpty() ? "Ask something first, under \u201cEvery schedule\u201d." : "Name patch sets, as in none, d, f+k.");
            return;
        }
        Scenario scenario = run.scenario();
        compared = scenario;
        rows = List.copyOf(questions);
        columns = List.of();
        tried = null;
        problem.set("");
        words.set("");
        running.set(true);
        changed();
        ConcurrentLinkedQueue<Column> finished = new ConcurrentLinkedQueue<>();
        cancel = background.start(heard -> Matrix.of(scenario, variants, rows, Request.STANDARD, Budget.standard(), new Matrix.Listener() {
            @Override
            public void at(int column, Status status) {
                heard.report(status.states(), -1);
            }

            @Override
            public void done(int column, Column found) {
                finished.add(found);
                heard.report(-column, -1);
            }
        }), this::found, e -> {
            running.set(false);
            problem.set(String.valueOf(e.getMessage()));
        }, share -> take(finished, variants.size()));
    }

    private void take(ConcurrentLinkedQueue<Column> finished, int all) {
        if (finished.size() > columns.size()) {
            columns = List.copyOf(finished);
            words.set(String.format(Locale.ROOT, "%d of %d kernels", columns.size(), all));
            changed();
        }
    }

    private void found(Matrix matrix) {
        columns = matrix.columns();
        running.set(false);
        boolean exact = columns.stream().allMatch(c -> c.exact() || c.refusedBecause().isPresent());
        words.set(exact ? "Proved for " + BoundText.of(ScenarioSystem.toExplore(matrix.scenario()).spec()) + "."
                : "Not everything is proved: where memory ran out, what was not found is unknown.");
        changed();
    }

    /** Ends the comparison; the columns that are done stay. */
    public void cancel() {
        if (running.get()) {
            cancel.run();
            running.set(false);
            words.set("Cancelled.");
            changed();
        }
    }

    /** Shows a cell's shortest witness in the stepper, on its kernel. */
    public void open(int row, int column) {
        Witness witness = columns.get(column).cells().get(row).shortest();
        if (witness != null && compared != null) {
            Witnesses.open(run, columns.get(column).variant().applied(compared), witness.schedule());
        }
    }

    /** Replays a cell's shortest witness on another column's kernel; {@link #tried} says where it ceases to fit. */
    public void transplant(int row, int column, int onto) {
        Witness witness = columns.get(column).cells().get(row).shortest();
        Scenario scenario = compared;
        if (witness == null || scenario == null) {
            return;
        }
        Variant from = columns.get(column).variant();
        Variant to = columns.get(onto).variant();
        String question = rows.get(row);
        background.start(progress -> new Tried(question, from, to,
                Transplant.of(machine(scenario, from), witness.schedule(), machine(scenario, to)), witness.steps()), result -> {
                    tried = Objects.requireNonNull(result);
                    changed();
                }, e -> problem.set(String.valueOf(e.getMessage())), share -> {});
    }

    /** What the last transplant came to, null if there is none. */
    public @Nullable Tried tried() {
        return tried;
    }

    /** The steps that the last transplant took on the other kernel, shown there in the stepper. */
    public void openTried() {
        Tried now = tried;
        if (now != null && compared != null) {
            Witnesses.open(run, now.to().applied(compared), now.transplant().followed());
        }
    }

    private static Machine machine(Scenario scenario, Variant variant) {
        return ScenarioSystem.toStep(variant.applied(scenario)).spec().build();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
