package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.explore.report.ReportWords;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.Witness;
import org.reapscope.explore.witness.WitnessCauses;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** What is known about one answer beyond its verdict: the different causes, the counters, steps that are never taken. */
final class AnswerDetails {

    private static final int MOST_STEPS = 12;

    private final ExploreModel model;
    private final Exploration found;

    AnswerDetails(ExploreModel model, Exploration found) {
        this.model = model;
        this.found = found;
    }

    List<Node> of(Exploration.Detail detail) {
        List<Node> rows = new ArrayList<>();
        Answer answer = detail.answer();
        rows.add(Texts.wrapped(PropertyText.title(answer.property().text()), "strong"));
        rows.add(Texts.wrapped(verdict(answer), "dim"));
        witness(rows, "explore.shortest", answer.shortest());
        witness(rows, "explore.calmest", answer.fewestPreemptions());
        Avoidance around = answer.avoiding();
        if (around != null) {
            rows.add(link(Messages.text("explore.avoiding", ReportWords.of(around)), "cause", () -> model.layAround(found, answer.property(), around)));
        }
        if (answer.shortest() != null && answer.property().isAboutEver()) {
            rows.addAll(yours(answer.property()));
        }
        if (!detail.causes().isEmpty()) {
            rows.add(Texts.wrapped(Messages.text("explore.causes", detail.causes().size()), "heading"));
            detail.causes().forEach(cause -> rows.add(cause(cause)));
        }
        if (!found.counters().isEmpty()) {
            rows.add(Texts.wrapped(Messages.text("explore.counters"), "heading"));
            found.counters().forEach(counter -> rows.add(counter(counter)));
        }
        List<String> never = never();
        if (!never.isEmpty()) {
            rows.add(Texts.wrapped(Messages.text("explore.never-taken"), "heading"));
            rows.addAll(never.stream().map(line -> Texts.wrapped(line, "small", "dim")).toList());
        }
        return rows;
    }

    private List<Node> yours(Property property) {
        List<Node> rows = new ArrayList<>();
        Button smaller = new Button(Messages.text("explore.make-smaller"));
        smaller.getStyleClass().add("make-smaller");
        smaller.setOnAction(e -> model.makeSmaller(found, property));
        rows.add(smaller);
        ExploreModel.Reworked reworked = model.reworked().get();
        if (reworked != null && reworked.question().equals(property.text())) {
            rows.add(Texts.wrapped(Messages.text("explore.yours", VerdictText.of(reworked.yours())), "small"));
            rows.add(link(Messages.text("explore.made-smaller", VerdictText.of(reworked.smaller())), reworked.smaller()));
        }
        return rows;
    }

    private String verdict(Answer answer) {
        if (!answer.property().isVerdict()) {
            return answer.value() == null ? Messages.text("explore.number-unknown") : VerdictText.of(answer);
        }
        String key = switch (answer.verdict()) {
            case NEVER -> "explore.verdict-never";
            case POSSIBLE -> "explore.verdict-possible";
            case ALWAYS -> "explore.verdict-always";
            case UNKNOWN -> "explore.verdict-unknown";
        };
        boolean opposite = answer.property().kind() == Property.Kind.ALWAYS || answer.property().kind() == Property.Kind.AFTER;
        return Messages.text(key) + (opposite ? " " + Messages.text("explore.verdict-opposite") : "");
    }

    private Node cause(WitnessCauses.Cause cause) {
        String words = cause.step().isEmpty() ? Messages.text("explore.certain")
                : Messages.text("explore.cause", cause.role(), cause.step());
        return link(words + "\n" + VerdictText.of(cause.witness()), cause.witness());
    }

    private void witness(List<Node> rows, String textKey, @Nullable Witness witness) {
        if (witness != null) {
            rows.add(link(Messages.text(textKey, VerdictText.of(witness)), witness));
        }
    }

    private Node link(String words, Witness witness) {
        return link(words, "cause", () -> model.open(found, witness));
    }

    private static Node link(String words, String style, Runnable act) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().addAll("witness", style);
        link.setWrapText(true);
        link.setMinWidth(0);
        link.setOnAction(e -> act.run());
        return link;
    }

    private static Node counter(Exploration.CounterRow counter) {
        return new VBox(Texts.wrapped(counter.title(), "dim", "small"), Texts.wrapped(String.format(Locale.ROOT, "%.0f \u2026 %.0f, mean %.2f", counter.min(), counter.max(), counter.mean()), "mono", "small"));
    }

    private List<String> never() {
        List<String> lines = new ArrayList<>();
        for (int task = 0; task < found.report().neverTaken().size(); task++) {
            List<String> steps = found.report().neverTaken().get(task);
            if (!steps.isEmpty()) {
                lines.add(found.spec().tasks().get(task).name() + ": "
                        + String.join(", ", steps.subList(0, Math.min(MOST_STEPS, steps.size())))
                        + (steps.size() > MOST_STEPS ? Messages.text("explore.and-more", steps.size() - MOST_STEPS) : ""));
            }
        }
        return lines;
    }
}
