package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;

import org.reapscope.base.job.Progress;
import org.reapscope.export.Document;
import org.reapscope.export.Table;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.handout.Handouts;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.lesson.LessonModel;
import org.reapscope.ui.lesson.LessonPaneController;
import org.reapscope.ui.presentation.Presented;

/** A lesson that is being taken, in its tab. */
final class LessonTab extends DocumentTab {

    private final LessonPaneController pane;

    LessonTab(LessonPaneController pane, String title) {
        super(title, pane.model().file().toString(), FxmlFile.LESSON_PANE.load(type -> pane));
        this.pane = pane;
    }

    LessonPaneController pane() {
        return pane;
    }

    LessonModel model() {
        return pane.model();
    }

    @Override
    Optional<Path> file() {
        return Optional.of(model().file());
    }

    @Override
    List<Node> round() {
        return pane.round();
    }

    @Override
    Optional<Presented> presented() {
        return Optional.of(pane);
    }

    @Override
    Optional<Document.Kind> exported() {
        return Optional.of(Document.Kind.LESSON);
    }

    @Override
    Optional<Leaving> leaving() {
        LessonModel model = model();
        return Optional.of(new Leaving(Document.Kind.LESSON, model.lesson().id(), Table.FINDINGS,
                () -> new Document.Pages(Handouts.of(LessonCheck.of(model.lesson(), model.library(), Progress.NONE), model.library()))));
    }
}
