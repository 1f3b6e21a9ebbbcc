package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.reapscope.picture.Palette;
import org.reapscope.picture.Role;
import org.reapscope.run.WaitGraph;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.OncePerPulse;

/**
 * Who waits for whom: tasks at the left, locks at the right. A dashed arrow goes from a task to the lock that it waits for,
 * a solid one from the lock to who has it. Tasks that wait for themselves in a circle have a double frame.
 */
final class WaitPicture extends Region {

    private static final double BOX = 24;
    private static final double ROW = 40;
    private static final double MARGIN = 6;
    private static final double BOX_SHARE = 0.37;
    private static final double LABEL_SHARE = 0.24;

    private final RunModel model;
    private final AppContext context;
    private final Canvas canvas = new Canvas();
    private final OncePerPulse painting = new OncePerPulse(this, this::paint);
    private WaitGraph graph = new WaitGraph(List.of());

    WaitPicture(RunModel model, AppContext context) {
        this.model = model;
        this.context = context;
        canvas.setManaged(false);
        getChildren().setAll(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        context.appearance().theme().addListener((o, was, is) -> painting.ask());
    }

    /** Shows the present state; says whether there is anything to be seen. */
    boolean show(String spoken) {
        graph = WaitGraph.of(model.machine(), model.state());
        setAccessibleText(spoken);
        requestLayout();
        painting.ask();
        return !graph.waits().isEmpty();
    }

    @Override
    protected double computePrefHeight(double width) {
        return (2 * MARGIN + Math.max(graph.tasks().size(), graph.locks().size()) * ROW) * scale();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        painting.ask();
    }

    private double scale() {
        return context.appearance().textPercent().get() / 100.0;
    }

    private void paint() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        Pencil pencil = new Pencil(canvas.getGraphicsContext2D(), Palette.named(context.appearance().theme().get().id()));
        List<Integer> tasks = graph.tasks();
        List<WaitGraph.WantedLock> locks = graph.locks();
        double box = getWidth() * BOX_SHARE;
        List<Double> taskYs = new ArrayList<>();
        tasks.forEach(t -> taskYs.add((MARGIN + BOX / 2 + taskYs.size() * ROW) * scale()));
        double[] lockYs = lockPlaces(tasks, taskYs, locks);
        for (WaitGraph.WaitFor wait : graph.waits()) {
            double y = taskYs.get(tasks.indexOf(wait.task()));
            double lockY = lockYs[locks.indexOf(wait.lock())];
            String how = wait.spins() ? "spins" : (wait.write() ? "W" : "R") + (wait.ahead().isEmpty() ? "" : " no. " + (wait.ahead().size() + 1));
            pencil.dashes(5, 3);
            arrow(pencil, box, y, getWidth() - box, lockY - 5 * scale(), Role.LOCK_WAIT, how);
            pencil.dashes();
        }
        for (int l = 0; l < locks.size(); l++) {
            WaitGraph.WantedLock lock = locks.get(l);
            double lockY = lockYs[l] + 5 * scale();
            graph.waits().stream().filter(w -> w.lock().equals(lock)).findFirst().ifPresent(w -> w.holders().forEach(h ->
                    arrow(pencil, getWidth() - box, lockY, box, taskYs.get(tasks.indexOf(h)), Role.LOCK_WRITE, "held by")));
        }
        for (int t = 0; t < tasks.size(); t++) {
            boolean circle = graph.inCircle(tasks.get(t));
            box(pencil, 1, taskYs.get(t), box, model.tasks().get(tasks.get(t)).name(), circle ? Role.ESRCH : Role.TEXT_DIM, circle);
        }
        for (int l = 0; l < locks.size(); l++) {
            box(pencil, getWidth() - box - 1, lockYs[l], box, locks.get(l).name() + " " + locks.get(l).of(), Role.LOCK_WRITE, false);
        }
    }

    /** Each lock beside the middle of those who have to do with it, none over another. */
    private double[] lockPlaces(List<Integer> tasks, List<Double> taskYs, List<WaitGraph.WantedLock> locks) {
        double[] ys = new double[locks.size()];
        double free = (MARGIN + BOX / 2) * scale();
        for (int l = 0; l < ys.length; l++) {
            WaitGraph.WantedLock lock = locks.get(l);
            double middle = graph.waits().stream().filter(w -> w.lock().equals(lock))
                    .mapToDouble(w -> taskYs.get(tasks.indexOf(w.task()))).average().orElse(free);
            double most = getHeight() - (MARGIN + BOX / 2 + (ys.length - 1 - l) * ROW) * scale();
            ys[l] = Math.max(free, Math.min(middle + ROW / 3 * scale(), most));
            free = ys[l] + ROW * scale();
        }
        return ys;
    }

    private void box(Pencil pencil, double x, double y, double width, String text, Role frame, boolean twice) {
        double top = y - BOX / 2 * scale();
        pencil.bar(x, top, width, BOX * scale(), pencil.colour(Role.LANE));
        pencil.frame(x + 0.5, top + 0.5, width - 1, BOX * scale() - 1, pencil.colour(frame), 1.2);
        if (twice) {
            pencil.frame(x + 3.5, top + 3.5, width - 7, BOX * scale() - 7, pencil.colour(frame), 1.2);
        }
        pencil.font(10.5 * scale(), true);
        pencil.text(pencil.fitting(text, width - 8), x + width / 2, y, TextAlignment.CENTER, pencil.colour(Role.TEXT));
    }

    private void arrow(Pencil pencil, double x1, double y1, double x2, double y2, Role role, String words) {
        pencil.line(x1, y1, x2, y2, pencil.colour(role), 1.6);
        pencil.dashes();
        pencil.arrowHead(x1, y1, x2, y2, 7 * scale(), pencil.colour(role));
        pencil.font(9 * scale(), true);
        double x = x1 + (x2 - x1) * LABEL_SHARE;
        double y = y1 + (y2 - y1) * LABEL_SHARE;
        double width = pencil.width(words) + 4;
        pencil.rect(x - width / 2, y - 6 * scale(), width, 12 * scale(), pencil.colour(Role.LANE_BG, 0.85));
        pencil.text(words, x, y, TextAlignment.CENTER, pencil.colour(Role.TEXT));
    }
}
