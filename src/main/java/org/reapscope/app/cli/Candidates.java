package org.reapscope.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reapscope.app.picture.Formats;
import org.reapscope.document.Samples;
import org.reapscope.export.Exporter;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;

/** What a shell offers behind an option or a command. */
abstract sealed class Candidates extends ArrayList<String> {

    private static final long serialVersionUID = 1;

    private Candidates(List<String> words) {
        super(words);
    }

    /** Names of scenarios; a shell offers files besides. */
    static final class Scenarios extends Candidates {
        private static final long serialVersionUID = 1;

        Scenarios() {
            super(Samples.scenarios());
        }
    }

    /** Ids of patches. */
    static final class Patches extends Candidates {
        private static final long serialVersionUID = 1;

        Patches() {
            super(KernelPatches.all().stream().map(KernelPatch::id).toList());
        }
    }

    /** Names of properties. */
    static final class Properties extends Candidates {
        private static final long serialVersionUID = 1;

        Properties() {
            super(PropertiesCommand.names());
        }
    }

    /** Kernels. */
    static final class Kernels extends Candidates {
        private static final long serialVersionUID = 1;

        Kernels() {
            super(Arrays.stream(Profile.values()).map(Profile::id).toList());
        }
    }

    /** Formats in which documents leave the program. */
    static final class Written extends Candidates {
        private static final long serialVersionUID = 1;

        Written() {
            super(Formats.all().stream().map(Exporter::id).toList());
        }
    }
}
