package org.reapscope.viewmodel.timeline;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.viewmodel.TimeView;

/**
 * Where somebody is led who opens a capture: to the first of the most severe findings, with all of its kill in sight.
 *
 * @param finding what to select, null if nothing was found
 * @param view what to show
 */
public record FirstLook(@Nullable Finding finding, TimeView view) {

    /** The first look at a trace. */
    public static FirstLook of(Lanes lanes, Analysis analysis) {
        Finding finding = analysis.findings().stream()
                .min(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::startNs)).orElse(null);
        boolean nothing = finding == null && analysis.kills().isEmpty();
        return new FirstLook(finding, nothing ? Framing.whole(lanes.trace())
                : Framing.of(new Episodes(lanes, analysis.kills()).of(finding), finding, lanes.trace()));
    }
}
