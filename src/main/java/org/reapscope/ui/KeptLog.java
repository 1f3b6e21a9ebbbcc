package org.reapscope.ui;

import java.io.IOException;
import java.nio.file.Path;

import org.reapscope.lesson.Logbook;
import org.reapscope.ui.job.FxJobs;

/** The learner's logbook in its file. One that cannot be read is left alone and not written over. */
final class KeptLog {

    private KeptLog() {}

    static LearnerLog of(Path file, FxJobs jobs) {
        Logbook before;
        try {
            before = Logbook.read(file);
        } catch (IOException e) {
            complain(e);
            return LearnerLog.unkept();
        }
        return new LearnerLog(before, log -> jobs.startInOrder(job -> {
            log.write(file);
            return log;
        }, kept -> {}, KeptLog::complain));
    }

    private static void complain(Exception e) {
        System.getLogger(KeptLog.class.getName()).log(System.Logger.Level.WARNING, e.getMessage());
    }
}
