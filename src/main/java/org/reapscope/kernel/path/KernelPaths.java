package org.reapscope.kernel.path;

import java.util.List;

import org.reapscope.kernel.Discovery;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** All kernel paths there are: every final class of this package that implements {@link KernelPath}. */
public final class KernelPaths {

    private KernelPaths() {}

    /** The paths, in the order of their class names. */
    public static List<KernelPath> all() {
        return Discovery.of(KernelPath.class, KernelPaths.class);
    }

    /** The programs of the unpatched kernel of this profile. */
    public static Programs programs(Profile profile) {
        return Programs.of(all().stream().flatMap(p -> p.programs(profile).stream()).toList());
    }
}
