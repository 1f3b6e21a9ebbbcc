package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonHead;
import org.reapscope.base.words.Spelling;
import org.reapscope.document.Samples;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.Captures;

/** What somebody named where something else was expected, and what may have been meant. */
final class Mistaken {

    private Mistaken() {}

    /**
     * Refuses what is certainly no scenario, by what it is and what can be done with it; whoever reads it complains of the rest.
     *
     * @param shown its name, for people
     */
    static void requireScenario(Path file, String shown) throws IOException {
        JsonHead head = JsonHead.of(file);
        if (head.json() ? !head.format().startsWith("reapscope-session") : !Files.isRegularFile(file)) {
            return;
        }
        if (head.json()) {
            throw refused(shown, "a session", "open it with open, or name the scenario that it is about");
        }
        if (AddressSpaceSnapshot.begins(file)) {
            throw refused(shown, "a copy of /proc/PID/maps or smaps", "a scenario can name it, as in \"addressSpace\": {\"smaps\": \"FILE\"}");
        }
        if (Captures.begins(file)) {
            throw refused(shown, "a capture: what a kernel did once", "see it with analyze, diagram or open; reapscope scenarios lists what can be run");
        }
    }

    private static JsonFileException refused(String shown, String what, String mend) {
        return new JsonFileException(shown, 0, "", "this is " + what + ", not a scenario; " + mend);
    }

    /** What to do about a file that is not there: it may be the name of a sample, written wrongly. */
    static String sample(String named) {
        String name = named.replaceFirst("^\\./", "").replaceFirst("(\\.json|(\\.txt)?(\\.gz)?)$", "");
        List<String> nearest = Spelling.nearest(name, Samples.names());
        return nearest.isEmpty() ? "; check the path" : "; did you mean the sample " + String.join(" or ", nearest) + "?";
    }
}
