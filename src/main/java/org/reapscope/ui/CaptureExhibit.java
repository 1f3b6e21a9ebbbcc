package org.reapscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exhibits;
import org.reapscope.export.picture.Sheet;
import org.reapscope.picture.KillScene;
import org.reapscope.picture.KillScenes;
import org.reapscope.picture.Marks;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.picture.RowPlan;
import org.reapscope.picture.Rows;
import org.reapscope.picture.TimeAxis;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.lane.Lanes;

/** What a window shows of a capture, to be exported. */
public final class CaptureExhibit {

    private CaptureExhibit() {}

    /** What a window shows of a capture; nothing until it has been analysed. */
    public static Optional<Exhibit> of(CaptureModel model) {
        Lanes lanes = model.lanes().get();
        Analysis analysis = model.analysis().get();
        if (lanes == null || analysis == null || analysis.trace() != lanes.trace()) {
            return Optional.empty();
        }
        KillScenes episodes = new KillScenes(lanes, analysis.kills(), model.snapshot().get());
        Kill focus = model.kill().get();
        Kill kill = focus != null && analysis.kills().contains(focus) ? focus : episodes.kill(model.selectedFinding().get());
        KillScene episode = kill != null ? episodes.of(kill) : episodes.of(model.selectedFinding().get());
        Rows rows = RowPlan.of(lanes, episode, model.pinnedLanes(), model.hiddenLanes(), Set.of());
        List<Row> drawn = Exhibits.withoutEmptyHeadings(rows.drawn().stream().filter(row -> !(row instanceof Row.Fold)).toList());
        Picture picture = new Picture(lanes.trace(), lanes, drawn, Marks.of(analysis.findings()), Marks.bands(analysis.trace(), analysis.findings()),
                TimeAxis.since(analysis.trace(), episode.startNs()), 0);
        List<Sheet.Cursor> cursors = new ArrayList<>();
        if (model.markerA().get() != CaptureModel.UNSET) {
            cursors.add(new Sheet.Cursor("A", model.markerA().get()));
        }
        if (model.markerB().get() != CaptureModel.UNSET) {
            cursors.add(new Sheet.Cursor("B", model.markerB().get()));
        }
        TimeView view = model.view().get();
        return Optional.of(new Exhibit(analysis, lanes, kill, Exhibits.content(analysis, picture, kill, view.startNs(), view.endNs(), cursors)));
    }
}
