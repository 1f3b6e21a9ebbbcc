package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.Lock;
import org.reapscope.run.ChangeText;
import org.reapscope.run.Choice;
import org.reapscope.run.Happened;
import org.reapscope.run.PropertyNow;
import org.reapscope.run.RunMm;
import org.reapscope.ui.kit.Clicks;
import org.reapscope.ui.kit.Messages;

/** The right column: the address spaces, what can happen next, the properties, who waits for whom. */
final class NowColumn {

    private static final int PAGE_KIB = 4;
    private static final int SHORT_KEY = 16;
    private static final int SHORT_VALUE = 10;

    private final RunModel model;
    private final ChoiceTints tints;

    NowColumn(RunModel model, ChoiceTints tints) {
        this.model = model;
        this.tints = tints;
    }

    /** What to show for the address spaces; values that the last step changed are marked. */
    List<Region> mms() {
        List<RunMm> now = model.mms();
        List<RunMm> before = model.depth() == 0 ? now : IntStream.range(0, now.size())
                .mapToObj(mm -> RunMm.of(model.machine(), model.path().state(model.depth() - 1), mm)).toList();
        List<Region> sections = new ArrayList<>();
        for (RunMm mm : now) {
            Label heading = label(Messages.text("run.mm", mm.name()), "heading");
            VBox section = new VBox(heading, card(mm, before.get(mm.mm())));
            section.getStyleClass().add("section");
            sections.add(section);
        }
        return sections;
    }

    private static VBox card(RunMm mm, RunMm was) {
        VBox card = new VBox(
                row("mm_users", Integer.toString(mm.users()), mm.users() != was.users() ? "changed" : ""),
                row("mm_count", Integer.toString(mm.count()), mm.count() != was.count() ? "changed" : ""),
                row(Messages.text("run.pages"), kib(mm.mapped()) + " / " + kib(mm.gathered()) + " / " + kib(mm.free())
                        + (mm.kept() > 0 ? " / " + kib(mm.kept()) : ""),
                        mm.mapped() != was.mapped() || mm.gathered() != was.gathered() || mm.free() != was.free() ? "changed" : ""),
                row("mmap_lock", mm.lock(), mm.lock().equals(was.lock()) ? mm.lock().contains(";") ? "alarming" : "" : "changed"),
                row("task->mm", Messages.text("run.task-mm", mm.threadsWithoutMm(), mm.threads()),
                        mm.threadsWithoutMm() < mm.threads() ? mm.threadsWithoutMm() != was.threadsWithoutMm() ? "changed" : ""
                                : mm.mapped() + mm.gathered() > 0 ? "alarming" : ""));
        if (mm.tornDown()) {
            card.getChildren().add(row(Messages.text("run.vma-tree"), Messages.text("run.destroyed"), was.tornDown() ? "" : "changed"));
        }
        FlowPane flags = new FlowPane();
        flags.getStyleClass().add("flags");
        RunMm.FLAGS.forEach(f -> flags.getChildren().add(label(f.name().replaceFirst("^MMF_", ""),
                "flag", mm.flags().contains(f.name()) ? "set" : "clear")));
        card.getChildren().add(flags);
        card.getStyleClass().add("card");
        return card;
    }

    private static String kib(int pages) {
        int size = pages * PAGE_KIB;
        return size % 1024 == 0 ? size / 1024 + " MiB" : size + " KiB";
    }

    /** What can happen next: a click lets it happen. */
    List<Region> next() {
        List<Region> rows = new ArrayList<>();
        for (Choice choice : model.choices()) {
            RunTask task = model.tasks().get(choice.task());
            VBox row = new VBox(label(task.name(), "strong"),
                    label(choice.step().map(s -> s.step().id() + " " + s.step().function() + "()").orElse(""), "code"),
                    wrapped(choice.sentence(), "meaning"));
            String changes = ChangeText.of(choice.changes());
            if (!changes.isEmpty()) {
                row.getChildren().add(wrapped(changes, "changes"));
            }
            row.getStyleClass().addAll("card", "next", "clickable-row");
            tints.dress(row, choice.task());
            Clicks.on(row, () -> model.step(choice.task()));
            row.setAccessibleText(task.name() + ": " + choice.sentence());
            rows.add(row);
        }
        if (rows.isEmpty()) {
            rows.add(wrapped(Messages.text("run.nothing-next"), "dim"));
        }
        return rows;
    }

    /** The properties, those that hold first; a click on one that holds jumps to the step since which it does. */
    List<Region> properties() {
        List<Region> rows = new ArrayList<>();
        for (PropertyNow property : model.properties()) {
            String style = !property.holds() ? "pending" : PropertyText.good(property.name()) ? "good" : "bad";
            String when = property.holds() ? Messages.text("run.since", property.since())
                    : property.since() > 0 ? Messages.text("run.later", property.since()) : Messages.text("run.not-so-far");
            HBox row = row(PropertyText.title(property.name()), when, style);
            if (property.since() > 0) {
                row.getStyleClass().add("clickable-row");
                Clicks.on(row, () -> model.jump(property.since()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Who waits for what, held by whom, one line each; empty if nobody waits for a lock. */
    List<Region> waits() {
        List<Region> rows = new ArrayList<>();
        for (RunTask task : model.tasks()) {
            if (task.choice().blocked().filter(b -> b.lock() != null).isPresent()) {
                StringBuilder chain = new StringBuilder(task.name());
                follow(chain, task.task(), new ArrayList<>());
                rows.add(wrapped(chain.toString(), "chain"));
            }
        }
        return rows;
    }

    /** Rows as one text, for who cannot see the picture of them. */
    static String spoken(List<Region> rows) {
        return String.join(". ", rows.stream().map(r -> r instanceof Label label ? label.getText() : "").toList());
    }

    private void follow(StringBuilder chain, int task, List<Integer> seen) {
        seen.add(task);
        Blocked blocked = model.tasks().get(task).choice().blocked().orElse(null);
        Lock lock = blocked == null ? null : blocked.lock();
        if (blocked == null || lock == null) {
            return;
        }
        List<Integer> parties = new ArrayList<>(blocked.holders());
        parties.addAll(blocked.ahead());
        for (int other : parties) {
            chain.append("  →  ").append(lock.name()).append(blocked.holders().contains(other) ? " held by " : " behind ")
                    .append(model.tasks().get(other).name());
            if (seen.contains(other)) {
                chain.append(" (circle)");
            } else {
                follow(chain, other, seen);
            }
        }
    }

    /** What changed in the last step, a row each. */
    static List<Region> changes(Happened happened) {
        return happened.changes().stream()
                .<Region>map(c -> row(c.name(), c.before() + " → " + c.after(), "changed")).toList();
    }

    private static HBox row(String key, String value, String style) {
        Label left = wrapped(key, "key");
        if (key.length() <= SHORT_KEY) {
            left.setMinWidth(Region.USE_PREF_SIZE);
        }
        Label right = wrapped(value, "value");
        if (!style.isEmpty()) {
            right.getStyleClass().add(style);
        }
        if (value.length() <= SHORT_VALUE) {
            right.setMinWidth(Region.USE_PREF_SIZE);
        }
        right.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(8, left, right);
        row.getStyleClass().add("key-value");
        row.setAccessibleText(key + ": " + value);
        return row;
    }

    private static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
