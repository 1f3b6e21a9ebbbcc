package org.reapscope.view.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;

import org.reapscope.settings.AtomicFile;
import org.reapscope.settings.session.Session;
import org.reapscope.settings.session.SessionFile;
import org.reapscope.view.AppContext;
import org.reapscope.view.Messages;

/** Opens session files: finds the capture that a session speaks of, or takes the excerpt that it brings along. */
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
        context.jobs().start(job -> find(file), found -> {
            context.preferences().opened(file);
            open.accept(found.capture(), found.session());
        }, e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    private Found find(Path file) throws IOException {
        Session session = SessionFile.read(file);
        Path capture = SessionFile.capture(file, session.source()).orElse(null);
        if (capture != null) {
            return new Found(session, capture.toAbsolutePath().normalize());
        }
        String excerpt = session.source().excerpt().orElseThrow(() -> new IOException(
                Messages.text("session.no-capture", file, session.source().name(), session.source().path())));
        Path beside = file.resolveSibling(session.source().name() + ".excerpt.txt").toAbsolutePath().normalize();
        AtomicFile.write(beside, excerpt.getBytes(StandardCharsets.UTF_8));
        return new Found(session, beside);
    }
}
