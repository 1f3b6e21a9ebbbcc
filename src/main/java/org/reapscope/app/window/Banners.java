package org.reapscope.app.window;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.controlsfx.control.NotificationPane;
import org.reapscope.ui.kit.Messages;

/**
 * News that a person should see once: what went wrong and how to mend it. It floats over the documents, all of it in one
 * place, and goes when there was time to read it, or when somebody closes it. The same news is not said twice.
 */
final class Banners {

    private static final int SHOWN = 3;
    private static final String SEVERE = "severe-news";
    private static final double LEAST_SECONDS = 6;
    private static final double SECONDS_PER_LETTER = 0.07;
    /** What went wrong stays so much longer. */
    private static final double COMPLAINT = 2;

    private final NotificationPane place;
    private final List<Notice> notices = new ArrayList<>();

    /** What is said, until its time is over. */
    private record Notice(String text, boolean complaint, PauseTransition time) {}

    Banners(NotificationPane place) {
        this.place = place;
        place.setShowFromTop(false);
        place.setOnHiding(e -> forget());
    }

    /** Something went wrong. */
    void complain(String text) {
        add(text, true);
    }

    /** A file could not be written. The text under {@code key} names it, so that of the system need not. */
    void notWritten(String key, Path target, Exception e) {
        boolean named = e instanceof FileSystemException system && system.getReason() != null;
        complain(Messages.text(key, target, named ? ((FileSystemException) e).getReason() : e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    /** Something worth knowing. */
    void tell(String text) {
        add(text, false);
    }

    /** Takes back what was said. */
    void remove(String text) {
        notices.stream().filter(n -> n.text().equals(text)).toList().forEach(this::end);
    }

    /** The last complaint that is still shown. */
    Optional<String> complaint() {
        return notices.reversed().stream().filter(Notice::complaint).map(Notice::text).findFirst();
    }

    /** All that is said at present, the last at the end. */
    List<String> texts() {
        return notices.stream().map(Notice::text).toList();
    }

    private void add(String text, boolean complaint) {
        if (notices.stream().anyMatch(n -> n.text().equals(text))) {
            return;
        }
        double seconds = (LEAST_SECONDS + text.length() * SECONDS_PER_LETTER) * (complaint ? COMPLAINT : 1);
        Notice notice = new Notice(text, complaint, new PauseTransition(Duration.seconds(seconds)));
        notice.time().setOnFinished(e -> end(notice));
        notice.time().playFromStart();
        notices.add(notice);
        show();
    }

    private void end(Notice notice) {
        notice.time().stop();
        if (notices.remove(notice)) {
            show();
        }
    }

    /** Somebody closed them. */
    private void forget() {
        notices.forEach(n -> n.time().stop());
        notices.clear();
    }

    private void show() {
        if (notices.isEmpty()) {
            place.hide();
            return;
        }
        int more = notices.size() - SHOWN;
        String text = notices.reversed().stream().limit(SHOWN).map(Notice::text).collect(Collectors.joining("\n"))
                + (more > 0 ? "\n" + Messages.text("banner.more", more) : "");
        place.getStyleClass().remove(SEVERE);
        if (complaint().isPresent()) {
            place.getStyleClass().add(SEVERE);
        }
        place.setText(text);
        if (!place.isShowing()) {
            place.show();
        }
    }
}
