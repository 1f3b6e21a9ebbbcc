package org.reapscope.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;

/** Puts /proc maps and smaps snapshots to the captures that they belong to. */
final class SnapshotAttacher {

    private static final Pattern NAME = Pattern.compile("(.*)\\.s?maps(\\.gz)?");

    private final AppContext context;
    private final Banners banners;

    SnapshotAttacher(AppContext context, Banners banners) {
        this.context = context;
        this.banners = banners;
    }

    /** Whether a file's name says that it is a snapshot. */
    static boolean named(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** The capture beside a snapshot, under the same name. */
    static Optional<Path> captureOf(Path snapshot) {
        var name = NAME.matcher(snapshot.getFileName().toString());
        return name.matches() ? Stream.of(".txt.gz", ".txt", ".gz", "").map(e -> snapshot.resolveSibling(name.group(1) + e))
                .filter(Files::isRegularFile).findFirst() : Optional.empty();
    }

    /** Puts a snapshot that somebody named to a capture, whose victim has that address space from now on. */
    void attach(CaptureModel model, Path file) {
        context.jobs().start(job -> AddressSpaceSnapshot.read(file), model::choose,
                e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }
}
