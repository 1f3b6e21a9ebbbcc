package org.reapscope.document;

import java.io.IOException;
import java.nio.file.Path;

import org.reapscope.base.json.JsonHead;
import org.reapscope.document.session.RunSessionFile;
import org.reapscope.document.session.SessionFile;
import org.reapscope.lesson.LessonFile;
import org.reapscope.trace.format.AddressSpaceSnapshot;

/** What a file is to be opened as. The one place that looks at names and first bytes to tell. */
public enum DocumentKind {
    /** What a kernel did once; also whatever says nothing of itself, so that the readers of captures complain. */
    CAPTURE,
    /** A copy of /proc/PID/maps or smaps, which belongs to a capture. */
    SNAPSHOT,
    /** Notes about a capture. */
    SESSION,
    /** A run of a scenario, saved where it stood. */
    RUN,
    /** Something that the machine can run; also JSON that does not say what it is. */
    SCENARIO,
    /** Pages with questions and challenges. */
    LESSON;

    /** Tells by the name where it is unmistakable, else by how the file begins. A file that cannot be read is a capture. */
    public static DocumentKind of(Path file) {
        if (RunSessionFile.is(file)) {
            return RUN;
        }
        if (SessionFile.is(file)) {
            return SESSION;
        }
        if (AddressSpaceSnapshot.isNamed(file)) {
            return SNAPSHOT;
        }
        JsonHead head = JsonHead.of(file);
        if (head.json() || file.toString().endsWith(".json")) {
            return LessonFile.isLesson(file) ? LESSON : SCENARIO;
        }
        try {
            return AddressSpaceSnapshot.begins(file) ? SNAPSHOT : CAPTURE;
        } catch (IOException _) {
            return CAPTURE;
        }
    }
}
