package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.reapscope.base.file.InputFile;
import org.reapscope.document.Samples;
import org.reapscope.document.session.ExcerptFolder;
import org.reapscope.document.session.RunSession;
import org.reapscope.document.session.RunSessionFile;
import org.reapscope.document.settings.ConfigFolder;
import org.reapscope.export.RunExhibit;
import org.reapscope.run.SavedRun;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;

/**
 * A run that was saved, on the scenario as it is now.
 *
 * @param scenario on the kernel and with the patches of the run
 * @param stepper where it stood
 * @param remark what no longer fits; empty if everything does
 */
record RunOfSession(Scenario scenario, Stepper stepper, String remark) {

    /** @throws IOException if it cannot be read, or its scenario is not there any more; says where to put it */
    static RunOfSession of(Path file) throws IOException {
        RunSession session = RunSessionFile.read(file);
        Path scenario = RunSessionFile.scenario(file, session.source(), Samples.all(), new ExcerptFolder(ConfigFolder.ofThisUser().toAbsolutePath()))
                .orElseThrow(() -> new IOException(InputFile.shown(file) + ": its scenario " + session.source().name()
                        + " is not beside it; put it there and open the session again")).scenario();
        SavedRun.Restored restored = session.run().on(ScenarioFile.read(scenario));
        return new RunOfSession(restored.run().scenario(), restored.run().stepper(), restored.remark());
    }

    RunExhibit exhibit() {
        return RunExhibit.of(scenario, stepper.machine(), stepper.path());
    }
}
