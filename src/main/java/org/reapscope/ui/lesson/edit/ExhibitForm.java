package org.reapscope.ui.lesson.edit;

import java.util.List;
import java.util.function.UnaryOperator;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.ui.edit.Form;
import org.reapscope.ui.kit.Messages;

/** What a page shows: nothing, a run, a capture, or kernels beside each other. */
final class ExhibitForm extends VBox {

    private final LessonDraft draft;
    private final EditorSamples samples;

    /** The kinds of exhibits. */
    private enum Kind { NOTHING, RUN, CAPTURE, COMPARISON }

    ExhibitForm(LessonDraft draft, EditorSamples samples) {
        this.draft = draft;
        this.samples = samples;
        getStyleClass().add("form-part");
        show();
    }

    private void show() {
        LessonExhibit exhibit = draft.currentPage().exhibit().orElse(null);
        ComboBox<Kind> kind = new ComboBox<>();
        kind.getItems().setAll(Kind.values());
        kind.setConverter(new KindWords());
        kind.setAccessibleText(Messages.text("writing.shows"));
        kind.setValue(kindOf(exhibit));
        kind.valueProperty().addListener((o, was, is) -> become(is));
        Form form = new Form();
        switch (exhibit) {
            case null -> { }
            case LessonExhibit.Run run -> run(form, run);
            case LessonExhibit.Capture capture -> capture(form, capture);
            case LessonExhibit.Comparison table -> comparison(form, table);
        }
        getChildren().setAll(kind, form);
        samples.runInFront().ifPresent(front -> {
            Button take = new Button(Messages.text("writing.take"));
            take.setOnAction(e -> {
                draft.changePage(p -> PageEdits.exhibit(p, front));
                show();
            });
            getChildren().add(take);
        });
    }

    private void run(Form form, LessonExhibit.Run run) {
        Edited<LessonExhibit.Run> now = new Edited<>(run);
        form.name(Messages.text("writing.scenario"), samples.scenarios(), run.scenario(),
                t -> now.set(r -> new LessonExhibit.Run(t, r.profile(), r.patches(), r.schedule(), r.step())));
        form.choice(Messages.text("writing.profile"), List.of("", "6.12", "6.18", "7.3"), run.profile(),
                t -> now.set(r -> new LessonExhibit.Run(r.scenario(), t, r.patches(), r.schedule(), r.step())));
        form.line(Messages.text("writing.patches"), String.join(", ", run.patches()),
                t -> now.set(r -> new LessonExhibit.Run(r.scenario(), r.profile(), PageEdits.words(t), r.schedule(), r.step())));
        form.lines(Messages.text("writing.schedule"), run.schedule(), 2, t -> now.set(r -> r.at(t.strip(), r.step())));
        form.number(Messages.text("writing.step"), run.step(), 0, n -> now.set(r -> r.at(r.schedule(), n)));
    }

    private void capture(Form form, LessonExhibit.Capture capture) {
        Edited<LessonExhibit.Capture> now = new Edited<>(capture);
        form.name(Messages.text("writing.capture"), samples.captures(), capture.file(),
                t -> now.set(c -> new LessonExhibit.Capture(t, c.kill())));
        form.number(Messages.text("writing.kill"), capture.kill(), 0, n -> now.set(c -> new LessonExhibit.Capture(c.file(), n)));
    }

    private void comparison(Form form, LessonExhibit.Comparison table) {
        Edited<LessonExhibit.Comparison> now = new Edited<>(table);
        form.name(Messages.text("writing.scenario"), samples.scenarios(), table.scenario(),
                t -> now.set(c -> new LessonExhibit.Comparison(t, c.profile(), c.kernels(), c.properties())));
        form.line(Messages.text("writing.kernels"), String.join(", ", table.kernels()),
                t -> now.set(c -> new LessonExhibit.Comparison(c.scenario(), c.profile(), PageEdits.words(t), c.properties())));
        form.line(Messages.text("writing.properties"), String.join(", ", table.properties()),
                t -> now.set(c -> new LessonExhibit.Comparison(c.scenario(), c.profile(), c.kernels(), PageEdits.words(t))));
    }

    private void become(Kind kind) {
        put(switch (kind) {
            case NOTHING -> null;
            case RUN -> new LessonExhibit.Run("kill-then-mrelease", "", List.of(), "", 0);
            case CAPTURE -> new LessonExhibit.Capture("lmkd-smaps", 0);
            case COMPARISON -> new LessonExhibit.Comparison("kill-then-mrelease", "", List.of("none", "f"), List.of("esrch"));
        });
        show();
    }

    private void put(@Nullable LessonExhibit exhibit) {
        draft.changePage(p -> PageEdits.exhibit(p, exhibit));
    }

    private static Kind kindOf(@Nullable LessonExhibit exhibit) {
        return switch (exhibit) {
            case null -> Kind.NOTHING;
            case LessonExhibit.Run _ -> Kind.RUN;
            case LessonExhibit.Capture _ -> Kind.CAPTURE;
            case LessonExhibit.Comparison _ -> Kind.COMPARISON;
        };
    }

    /** The page's exhibit, of which a field is changed at a time. */
    private final class Edited<E extends LessonExhibit> {

        private E now;

        Edited(E now) {
            this.now = now;
        }

        void set(UnaryOperator<E> edit) {
            now = edit.apply(now);
            put(now);
        }
    }

    /** How the kinds are called. */
    private static final class KindWords extends StringConverter<Kind> {

        @Override
        public String toString(@Nullable Kind kind) {
            return kind == null ? "" : switch (kind) {
                case NOTHING -> Messages.text("writing.shows-nothing");
                case RUN -> Messages.text("writing.shows-run");
                case CAPTURE -> Messages.text("writing.shows-capture");
                case COMPARISON -> Messages.text("writing.shows-comparison");
            };
        }

        @Override
        public @Nullable Kind fromString(String text) {
            return null;
        }
    }
}
