package org.reapscope.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.analysis.Kill;
import org.reapscope.picture.AddressSpace;
import org.reapscope.picture.Framing;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;
import org.reapscope.ui.theme.Appearance;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The timeline on a stage without a display: what mouse and pulses do to it. */
final class TimelineViewTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private final CaptureModel capture = OpenedCapture.of("tiny.txt.gz");
    private final TimelineView view = fx(() -> new TimelineView(capture));
    private final Stage stage = fx(Stage::new);

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() throws Exception {
        long killed = capture.kills().getFirst().killed().ns();
        fx(() -> {
            capture.view().set(new TimeView(killed - 100_000, killed + 1_000_000));
            Scene scene = new Scene(new StackPane(view), WIDTH, HEIGHT);
            new Appearance().dress(scene);
            stage.setScene(scene);
            stage.show();
            return true;
        });
        settled();
    }

    @AfterEach
    void hide() throws Exception {
        fx(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void aPictureThatCannotBeDrawn_isTold_andTheNextOneIsDrawn() throws Exception {
        Scenery good = present(view.model().scenery().get());
        AddressSpace broken = new AddressSpace(List.of(), List.of(), List.of(new AddressSpace.Walk("nobody", AddressSpace.Walker.EXIT, false, List.of())),
                List.of(), List.of(), 0);
        Picture p = good.picture();
        Picture picture = new Picture(p.trace(), p.lanes(), List.of(new Row.Ruler(), new Row.Addresses(broken, "broken")), p.marks(), p.bands(), p.axis(), 0);
        fx(() -> {
            view.model().show(new Scenery(good.lanes(), good.episode(), good.rows(), picture));
            return true;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(() -> capture.narration().get()).contains("could not be drawn"));
        fx(() -> {
            capture.narration().set("");
            view.model().show(good);
            return true;
        });
        settled();
        assertEquals("", fx(() -> capture.narration().get()));
    }

    @Test
    void theLanesAppear_andNothingIsDoneWhileNothingChanges() throws Exception {
        Plot plot = present(view.plot());
        assertEquals(capture.view().get().startNs(), plot.viewport().startNs());
        int frames = view.figures().frames();
        int pulses = view.figures().pulses();
        assertTrue(frames > 0);
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        assertEquals(frames, view.figures().frames());
        assertEquals(pulses, view.figures().pulses());
    }

    @Test
    void theWheelZoomsAtThePointer() throws Exception {
        Plot plot = present(view.plot());
        double x = plot.left() + 200;
        long moment = plot.ns(x);
        fx(() -> {
            scroll(x, 200, 80, false);
            return true;
        });
        settled();
        Plot after = present(view.plot());
        assertTrue(capture.view().get().widthNs() < 1_100_000);
        assertEquals(x, after.x(moment), 1.5);
    }

    @Test
    void withShiftTheWheelPans() throws Exception {
        TimeView before = capture.view().get();
        fx(() -> {
            scroll(400, 200, -40, true);
            return true;
        });
        assertEquals(before.widthNs(), capture.view().get().widthNs());
        assertNotEquals(before, capture.view().get());
    }

    @Test
    void draggingMeasuresFromAToB() throws Exception {
        Plot plot = present(view.plot());
        fx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, plot.left() + 100, 120, true);
            mouse(MouseEvent.MOUSE_DRAGGED, plot.left() + 300, 120, true);
            mouse(MouseEvent.MOUSE_RELEASED, plot.left() + 300, 120, true);
            return true;
        });
        assertEquals(plot.ns(plot.left() + 100), capture.markerA().get(), plot.viewport().nsPerPixel() * 2);
        assertEquals(plot.ns(plot.left() + 300), capture.markerB().get(), plot.viewport().nsPerPixel() * 2);
    }

    @Test
    void aClickSelectsTheLaneAndWhatIsInIt_twiceFits() throws Exception {
        Plot plot = present(view.plot());
        Scenery scenery = present(view.model().scenery().get());
        int row = scenery.rows().indexOf("task/" + lmkdTid());
        double y = plot.rowTop(row) + 8;
        click(plot.right() - 30, y, 1);
        assertEquals("task/" + lmkdTid(), view.model().selectedLane().get());
        assertTrue(capture.selectedRow().get() >= 0);
        assertFalse(capture.narration().get().isEmpty());
        TimeView before = capture.view().get();
        click(plot.right() - 30, y, 2);
        assertNotEquals(before, capture.view().get());
    }

    @Test
    void aClickOnAFoldUnfolds() throws Exception {
        Plot plot = present(view.plot());
        Scenery folded = present(view.model().scenery().get());
        int row = folded.rows().indexOf("fold/TASKS");
        click(20, plot.rowTop(row) + 6, 1);
        assertTrue(present(view.model().scenery().get()).rows().size() > folded.rows().size());
    }

    @Test
    void theEdgeOfTheNamesCanBeDragged_andClickedTwiceTheyHaveTheirOwnWidthAgain() throws Exception {
        double own = present(view.plot()).left();
        fx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, own - 1, 120, false);
            mouse(MouseEvent.MOUSE_DRAGGED, own + 59, 120, false);
            mouse(MouseEvent.MOUSE_RELEASED, own + 59, 120, false);
            return true;
        });
        settled();
        assertEquals(own + 59, present(view.plot()).left(), 1.5);
        click(present(view.plot()).left() - 1, 120, 2);
        assertEquals(own, present(view.plot()).left(), 1.5);
    }

    @Test
    void theLaneOfAnEventThatIsSelectedInATableIsScrolledTo() throws Exception {
        Scenery scenery = present(view.model().scenery().get());
        int row = scenery.rows().size() - 2;
        while (!scenery.rows().get(row).key().startsWith("task/")) {
            row--;
        }
        String key = scenery.rows().get(row).key();
        int event = capture.trace().get().size() - 1;
        while (!LaneKey.of(capture.trace().get().taskOf(event)).equals(key)) {
            event--;
        }
        fx(() -> {
            view.actions().showAllLanes();
            return true;
        });
        settled();
        fx(() -> {
            view.scrollRows(100_000);
            return true;
        });
        settled();
        assertTrue(present(view.plot()).rowBottom(row) < present(view.plot()).scrolledTop(), "out of sight");
        int selected = event;
        fx(() -> {
            capture.selectedRow().set(selected);
            return true;
        });
        settled();
        int now = present(view.model().scenery().get()).rows().indexOf(key);
        assertTrue(present(view.plot()).rowTop(now) >= present(view.plot()).scrolledTop() - 1, "in sight");
    }

    @Test
    void theLegendTellsWhatIsInSight_andNothingElse() throws Exception {
        fx(() -> {
            view.actions().toggleLegend();
            return true;
        });
        settled();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !legend().isEmpty());
        assertTrue(legend().contains("exiting"), legend());
        assertFalse(legend().contains("another run"), legend());
    }

    @Test
    void theMemoryAtTheCursorIsTold() {
        Kill kill = capture.kills().getFirst();
        Lanes lanes = present(capture.lanes().get());
        assertTrue(RssReadout.at(lanes, kill.mm(), kill.killed().ns()).contains("anonymous"), RssReadout.at(lanes, kill.mm(), kill.killed().ns()));
        assertEquals("", RssReadout.at(lanes, kill.mm(), lanes.trace().firstNs() - 1));
    }

    private String legend() {
        return fx(() -> Objects.requireNonNullElse(view.lookup(".timeline-legend").getAccessibleText(), ""));
    }

    @Test
    void draggingInTheOverviewMovesTheView() throws Exception {
        Plot plot = present(view.plot());
        fx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, plot.right() - 4, HEIGHT - 20, false);
            mouse(MouseEvent.MOUSE_RELEASED, plot.right() - 4, HEIGHT - 20, false);
            return true;
        });
        long last = present(capture.trace().get()).lastNs();
        assertTrue(capture.view().get().startNs() <= last && last <= capture.view().get().endNs());
    }

    @Test
    void panningThroughTheWholeTraceShowsTheLastOfTheViews() throws Exception {
        for (int i = 0; i < 40; i++) {
            fx(() -> {
                view.actions().panRight();
                return true;
            });
        }
        fx(() -> {
            view.actions().fitAll();
            return true;
        });
        settled();
        assertEquals(Framing.whole(present(capture.trace().get())).startNs(),
                present(view.plot()).viewport().startNs());
    }

    private int lmkdTid() {
        return capture.kills().getFirst().byTid();
    }

    private void click(double x, double y, int count) throws Exception {
        fx(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                view.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, count, false, false, false, false,
                        type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null));
            }
            return true;
        });
        settled();
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y, boolean alt) {
        view.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, alt, false, true, false, false,
                false, false, false, null));
    }

    private void scroll(double x, double y, double dy, boolean shift) {
        view.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, x, y, x, y, shift, false, false, false, false, false, 0, dy, 0, dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    /** Waits until the image shows what is asked for. */
    private void settled() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(() -> view.atRest()));
    }

    private static <T> T fx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.asyncFx(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
