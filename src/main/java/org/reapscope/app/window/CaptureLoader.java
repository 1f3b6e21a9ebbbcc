package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.function.BiConsumer;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.base.job.Progress;
import org.reapscope.picture.FirstLook;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.findings.FindingJump;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.job.RunningJob;

/**
 * Reads a capture in the background and shows it as it comes: snapshots first, then the whole with its findings. The
 * first look of a person is led to the most severe finding.
 */
public final class CaptureLoader {

    /** What the detectors say of a trace. */
    @FunctionalInterface
    interface Detectors {
        Analysis detect(Trace trace, Lanes lanes, Progress progress);
    }

    private record Whole(Trace trace, Lanes lanes, Analysis analysis, FirstLook look, AddressSpaceSnapshot.Beside beside) {}

    private final FxJobs jobs;
    private final CaptureReader reader;
    private final Detectors detectors;

    /** With all formats and all detectors of the program. */
    public CaptureLoader(FxJobs jobs) {
        this(jobs, Captures::open, Analysis::of);
    }

    CaptureLoader(FxJobs jobs, CaptureReader reader, Detectors detectors) {
        this.jobs = jobs;
        this.reader = reader;
        this.detectors = detectors;
    }

    /** Starts to read; {@code failed} hears why if it cannot be read. */
    public RunningJob load(CaptureModel model, BiConsumer<Path, Exception> failed) {
        RunningJob job = jobs.start(handle -> read(model, handle), whole -> show(model, whole),
                e -> failed.accept(model.file(), e));
        job.done().addListener((o, was, is) -> model.loading().set(share(job)));
        return job;
    }

    private Whole read(CaptureModel model, RunningJob handle) throws Exception {
        Trace trace = reader.read(model.file(), handle, snapshot -> {
            Lanes lanes = Lanes.of(snapshot, handle.cancelOnly());
            handle.publish(() -> showSnapshot(model, snapshot, lanes));
        });
        Lanes lanes = Lanes.of(trace, handle.cancelOnly());
        Analysis analysis = detectors.detect(trace, lanes, handle.cancelOnly());
        return new Whole(trace, lanes, analysis, FirstLook.of(lanes, analysis),
                AddressSpaceSnapshot.readBeside(model.file()));
    }

    private static void showSnapshot(CaptureModel model, Trace snapshot, Lanes lanes) {
        boolean sawAll = showsAll(model);
        model.show(snapshot, lanes);
        if (sawAll) {
            model.view().set(all(snapshot));
        }
    }

    private static void show(CaptureModel model, Whole whole) {
        boolean untouched = model.cursorNs().get() == CaptureModel.UNSET && showsAll(model);
        model.show(whole.trace(), whole.lanes());
        model.attach(whole.beside().snapshots());
        model.leftOut().setAll(whole.beside().remarks());
        model.show(whole.analysis());
        if (untouched) {
            model.view().set(whole.look().view());
            Finding finding = whole.look().finding();
            if (finding != null) {
                FindingJump.select(model, finding);
            }
            if (model.cursorNs().get() == CaptureModel.UNSET && whole.look().row() >= 0) {
                model.selectedRow().set(whole.look().row());
                model.cursorNs().set(whole.trace().tsNs(whole.look().row()));
            }
        }
        model.loading().set(1);
    }

    /** Whether nobody has moved the view away from what the loader showed. */
    private static boolean showsAll(CaptureModel model) {
        Trace trace = model.trace().get();
        return trace == null || model.view().get().equals(all(trace));
    }

    private static TimeView all(Trace trace) {
        return new TimeView(trace.firstNs(), trace.lastNs());
    }

    private static double share(RunningJob job) {
        long total = job.total().get();
        return total <= 0 ? 0 : Math.min(0.99, (double) job.done().get() / total);
    }
}
