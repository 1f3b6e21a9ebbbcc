package org.reapscope.app.window;

import java.nio.file.Path;

import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;

/** Puts /proc maps and smaps snapshots to the captures that they belong to. */
final class SnapshotAttacher {

    private final AppContext context;
    private final Banners banners;

    SnapshotAttacher(AppContext context, Banners banners) {
        this.context = context;
        this.banners = banners;
    }

    /** Puts a snapshot that somebody named to a capture, whose victim has that address space from now on. */
    void attach(CaptureModel model, Path file) {
        context.jobs().start(job -> AddressSpaceSnapshot.read(file), model::choose,
                e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }
}
