package org.reapscope.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.reapscope.base.job.Progress;
import org.reapscope.document.session.ContentHash;
import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionFile;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;

/**
 * Opens session files: finds the capture that a session speaks of, or takes the excerpt that it brings along. A capture
 * outside of the session's folder is found again if this person has opened it before, for the session does not lead there.
 */
final class SessionOpener {

    /** A session and the file to show with it. */
    private record Found(Session session, Path capture) {}

    private final AppContext context;
    private final Banners banners;

    SessionOpener(AppContext context, Banners banners) {
        this.context = context;
        this.banners = banners;
    }

    /** Reads the session; {@code open} gets the capture and the session. */
    void open(Path file, BiConsumer<Path, Session> open) {
        List<Path> known = context.preferences().settings().get().recent();
        context.jobs().start(job -> find(file, known, job), found -> {
            context.preferences().opened(file);
            open.accept(found.capture(), found.session());
        }, e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    private Found find(Path file, List<Path> known, Progress progress) throws IOException {
        Session session = SessionFile.read(file);
        Session.Source source = session.source();
        Optional<Path> capture = SessionFile.capture(file, source);
        if (capture.isEmpty()) {
            capture = opened(source, known, progress);
        }
        if (capture.isEmpty()) {
            capture = SessionFile.captureOrExcerpt(file, source, context.excerpts());
        }
        return new Found(session, capture.orElseThrow(() -> new IOException(Messages.text("session.no-capture", file, source.name())))
                .toAbsolutePath().normalize());
    }

    /** The file with the very bytes of the capture that was opened here before. */
    private static Optional<Path> opened(Session.Source source, List<Path> known, Progress progress) throws IOException {
        for (Path file : known) {
            if (file.endsWith(source.name()) && Files.isRegularFile(file) && Files.size(file) == source.bytes()
                    && ContentHash.of(file, progress).equals(source.sha256())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
