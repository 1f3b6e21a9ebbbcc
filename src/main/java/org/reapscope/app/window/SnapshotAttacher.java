package org.reapscope.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** Attaches what lies beside the capture; says what of it could not be read. */
    void attachBeside(CaptureModel model) {
        context.jobs().start(job -> AddressSpaceSnapshot.readBeside(model.file()), beside -> {
            attach(beside.snapshots(), model);
            beside.remarks().forEach(banners::tell);
        }, e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    /** Attaches these snapshots, each once, in this order. */
    void attach(CaptureModel model, List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        context.jobs().start(job -> read(files), all -> attach(all, model), e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    private static void attach(List<AddressSpaceSnapshot> snapshots, CaptureModel model) {
        snapshots.stream().filter(s -> model.snapshots().stream().noneMatch(t -> t.name().equals(s.name())))
                .forEach(model.snapshots()::add);
    }

    private static List<AddressSpaceSnapshot> read(List<Path> files) throws IOException {
        List<AddressSpaceSnapshot> result = new ArrayList<>();
        for (Path file : files) {
            result.add(AddressSpaceSnapshot.read(file));
        }
        return result;
    }
}
