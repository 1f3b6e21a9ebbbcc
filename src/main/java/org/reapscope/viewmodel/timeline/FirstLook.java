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

    /** How much longer an episode may be than its finding, so that the finding can still be seen in it. */
    private static final long LONGEST = 40;

    /** The first look at a trace. */
    public static FirstLook of(Lanes lanes, Analysis analysis) {
        Finding finding = analysis.findings().stream()
                .min(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::startNs)).orElse(null);
        if (finding == null) {
            return new FirstLook(null, analysis.kills().isEmpty() ? Framing.whole(lanes.trace()) : framed(lanes, analysis, null));
        }
        Episode episode = new Episodes(lanes, analysis.kills()).of(finding);
        long length = finding.endNs() - finding.startNs();
        boolean lost = length > 0 && episode.endNs() - episode.startNs() > LONGEST * length;
        return new FirstLook(finding, lost ? Framing.around(finding.startNs(), finding.endNs(), 0)
                : framed(lanes, analysis, finding));
    }

    private static TimeView framed(Lanes lanes, Analysis analysis, @Nullable Finding finding) {
        Episode episode = new Episodes(lanes, analysis.kills()).of(finding);
        long end = finding == null ? episode.endNs() : Math.max(episode.endNs(), finding.endNs());
        return Framing.limited(Framing.around(episode.startNs(), end, 0), lanes.trace());
    }
}
