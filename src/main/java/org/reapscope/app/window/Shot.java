package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.OptionalLong;

import org.reapscope.document.settings.Theme;
import org.reapscope.run.RunMoment;

/**
 * What a picture shows.
 *
 * @param file a capture or a scenario
 * @param width in pixels
 * @param height in pixels
 * @param theme the look
 * @param textPercent size of the text, 100 to 300
 * @param atNs where to put the cursor in a capture; the most severe finding if empty
 * @param moment where a scenario's run stands
 * @param room whether it is shown to a room, and how
 * @param table beginning of the title of the table to be shown below a run; the first if empty
 * @param page which page of a lesson, from 1
 */
public record Shot(Path file, int width, int height, Theme theme, int textPercent, OptionalLong atNs, RunMoment moment,
        Room room, String table, int page) {

    /**
     * How it is shown to a room.
     *
     * @param presented the picture and its caption alone, in large type
     * @param spotlight what the present step has nothing to do with is dimmed
     * @param answersHidden nothing tells what is still possible
     */
    public record Room(boolean presented, boolean spotlight, boolean answersHidden) {

        /** To one person at a desk. */
        public static final Room NONE = new Room(false, false, false);
    }

    /** A file as it opens, in the size and look that documents use. */
    public static Shot of(Path file) {
        return new Shot(file, 1600, 1000, Theme.DARK, 100, OptionalLong.empty(), RunMoment.BEGINNING, Room.NONE, "", 1);
    }
}
