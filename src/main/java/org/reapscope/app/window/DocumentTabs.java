package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TabPane;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/** The tabs of everything that is open, of every kind. The strip of tabs shows when there is more than one. */
final class DocumentTabs {

    private static final String SINGLE = "single";

    private final TabPane pane;
    private final ReadOnlyObjectWrapper<@Nullable DocumentTab> front = new ReadOnlyObjectWrapper<>();

    /** Only through this are tabs added to the pane. */
    DocumentTabs(TabPane pane) {
        this.pane = pane;
        pane.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> front.set(is instanceof DocumentTab tab ? tab : null));
        pane.getTabs().addListener((Observable change) -> showStrip());
        showStrip();
    }

    /** What is in front; null if nothing is open. */
    ReadOnlyObjectProperty<@Nullable DocumentTab> front() {
        return front.getReadOnlyProperty();
    }

    /** What is in front, if it is of this kind. */
    <T extends DocumentTab> Optional<T> front(Class<T> kind) {
        return Optional.ofNullable(front.get()).filter(kind::isInstance).map(kind::cast);
    }

    /** Whether something of this kind is in front. */
    BooleanBinding isFront(Class<? extends DocumentTab> kind) {
        return Bindings.createBooleanBinding(() -> front(kind).isPresent(), front);
    }

    /** The name of what is in front, empty if nothing is open. */
    ObservableValue<String> title() {
        return front.flatMap(DocumentTab::textProperty).orElse("");
    }

    /** What is in front in a few words more; empty if nothing is open. */
    ObservableValue<String> subject() {
        return front.flatMap(DocumentTab::subject).orElse("");
    }

    BooleanBinding areNone() {
        return Bindings.isEmpty(pane.getTabs());
    }

    BooleanBinding areSeveral() {
        return Bindings.size(pane.getTabs()).greaterThan(1);
    }

    /** All of them, from the left. */
    Stream<DocumentTab> all() {
        return pane.getTabs().stream().map(DocumentTab.class::cast);
    }

    /** All of this kind, from the left. */
    <T extends DocumentTab> Stream<T> all(Class<T> kind) {
        return all().filter(kind::isInstance).map(kind::cast);
    }

    /** The tab of this kind that shows the file. */
    <T extends DocumentTab> Optional<T> of(Path file, Class<T> kind) {
        return all(kind).filter(tab -> tab.file().filter(file::equals).isPresent()).findFirst();
    }

    /** Adds a tab behind the others. */
    void add(DocumentTab tab) {
        pane.getTabs().add(tab);
    }

    /** Adds a tab and brings it to the front. */
    void open(DocumentTab tab) {
        add(tab);
        select(tab);
    }

    void select(DocumentTab tab) {
        pane.getSelectionModel().select(tab);
    }

    void remove(DocumentTab tab) {
        pane.getTabs().remove(tab);
    }

    /** Brings the tab so many to the right of the one in front to the front, round the end. */
    void turn(int by) {
        pane.getSelectionModel().select(Math.floorMod(pane.getSelectionModel().getSelectedIndex() + by, pane.getTabs().size()));
    }

    /** Tells what is in front now, and from then on whenever that changes. */
    void follow(Consumer<@Nullable DocumentTab> heard) {
        front.addListener((o, was, is) -> heard.accept(is));
        heard.accept(front.get());
    }

    /** The files that the window shows and does not write: captures with the snapshots beside them, and scenarios. */
    List<Path> onlyRead() {
        return all().flatMap(tab -> tab.onlyRead().stream()).toList();
    }

    /** All files that the window shows: nothing that leaves it may take their place. */
    List<Path> files() {
        return Stream.concat(onlyRead().stream(), all().flatMap(tab -> tab.file().stream())).distinct().toList();
    }

    /** The window in which they are. */
    Window window() {
        return pane.getScene().getWindow();
    }

    private void showStrip() {
        pane.getStyleClass().remove(SINGLE);
        if (pane.getTabs().size() < 2) {
            pane.getStyleClass().add(SINGLE);
        }
    }
}
