package org.reapscope.analysis.sentence;

import org.reapscope.analysis.Figures;
import org.reapscope.trace.Trace;

/** The kernel's own OOM killer and its reaper. */
final class OomSentences {

    private final Cast cast;
    private final Trace trace;

    OomSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence of(int row) {
        String who = cast.task(trace.task(row));
        String victim = cast.task(trace.object(row));
        long argument = trace.argument(row);
        return switch (trace.tracepoint(row)) {
            case MARK_VICTIM -> new EventSentence("The kernel's OOM killer, run by " + who + ", chose " + victim
                    + (argument > 0 ? ", which has " + Figures.bytes(argument) + " of anonymous memory." : "."),
                    "The victim may use the memory reserves now. The OOM reaper comes after 2 s, if the mm is still there.",
                    Source.MARK_OOM_VICTIM);
            case WAKE_REAPER -> new EventSentence("The OOM reaper is woken for " + victim + ".",
                    "It waits 2 s on purpose (OOM_REAPER_DELAY): a victim that exits by itself needs no help.", Source.WAKE_OOM_REAPER);
            case START_TASK_REAPING -> new EventSentence("The OOM reaper begins to unmap the memory of " + victim + ".",
                    "It holds the mmap_lock for reading while it walks.", Source.OOM_REAP_TASK_MM);
            case FINISH_TASK_REAPING -> new EventSentence("The OOM reaper is done with " + victim + ".",
                    "It sets MMF_OOM_SKIP next: the OOM killer may choose another victim.", Source.OOM_REAP_TASK_MM);
            case SKIP_TASK_REAPING -> new EventSentence("The OOM reaper skipped " + victim + ".",
                    "It could not get the mmap_lock at once, or the mm is marked MMF_OOM_SKIP already.", Source.OOM_REAP_TASK_MM);
            default -> new EventSentence("The oom_score_adj of " + victim + " is now " + argument + ".", Source.SET_OOM_ADJ);
        };
    }
}
