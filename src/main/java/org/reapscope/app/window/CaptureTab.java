package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.reapscope.export.Document;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureExhibit;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.presentation.Presented;
import org.reapscope.ui.presentation.PresentedCapture;
import org.reapscope.ui.undo.UndoHistory;

/** A capture in its tab. */
final class CaptureTab extends DocumentTab {

    private final CapturePaneController pane;
    private final Presented presented;

    CaptureTab(AppContext context, CaptureModel model) {
        this(context, model, new CapturePaneController(context, model));
    }

    private CaptureTab(AppContext context, CaptureModel model, CapturePaneController pane) {
        super(model.file().getFileName().toString(), model.file().toString(), FxmlFile.CAPTURE_PANE.load(type -> pane));
        this.pane = pane;
        presented = new PresentedCapture(model, context.commands());
    }

    CapturePaneController pane() {
        return pane;
    }

    CaptureModel model() {
        return pane.model();
    }

    @Override
    ObservableValue<String> subject() {
        return pane.subject();
    }

    @Override
    Optional<Path> file() {
        return Optional.of(model().file());
    }

    @Override
    List<Path> onlyRead() {
        List<Path> files = new ArrayList<>(AddressSpaceSnapshot.beside(model().file()));
        files.add(model().file());
        return files;
    }

    @Override
    List<Node> tools(List<Node> ofCaptures) {
        return ofCaptures;
    }

    @Override
    Optional<SidePanes> panes() {
        return Optional.of(pane.panes());
    }

    @Override
    Optional<Presented> presented() {
        return Optional.of(presented);
    }

    @Override
    Optional<UndoHistory> history() {
        return Optional.of(model().history());
    }

    @Override
    Optional<Document.Kind> exported() {
        return Optional.of(Document.Kind.CAPTURE);
    }

    @Override
    Optional<Leaving> leaving() {
        return CaptureExhibit.of(model()).map(exhibit -> new Leaving(Document.Kind.CAPTURE, model().file().getFileName().toString(),
                pane.tableInFront(), () -> new Document.Capture(exhibit)));
    }
}
