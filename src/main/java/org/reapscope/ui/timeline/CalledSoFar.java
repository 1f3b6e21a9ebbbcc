package org.reapscope.ui.timeline;

import org.reapscope.picture.Doings;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Row;
import org.reapscope.ui.CaptureModel;

/** The picture whose texts are written: what tasks of a run have not begun to do is drawn, but not named. */
final class CalledSoFar {

    private CalledSoFar() {}

    /** The same picture for {@link CaptureModel#UNSET}. */
    static Picture of(Picture picture, long futureNs) {
        return futureNs == CaptureModel.UNSET ? picture : new Picture(picture.trace(), picture.lanes(),
                picture.rows().stream().map(row -> row instanceof Row.Course course ? before(course, futureNs) : row).toList(),
                picture.marks(), picture.bands(), picture.axis(), picture.sticky());
    }

    private static Row before(Row.Course row, long futureNs) {
        return new Row.Course(row.id(), new Doings(row.doings().pieces().stream().takeWhile(piece -> piece.startNs() < futureNs).toList()),
                row.ghost(), row.title());
    }
}
