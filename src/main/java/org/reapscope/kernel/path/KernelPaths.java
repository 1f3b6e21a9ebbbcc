package org.reapscope.kernel.path;

import java.util.List;

import org.reapscope.base.registry.Registry;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;

/** All kernel paths there are: every class of this package that implements {@link KernelPath}. */
public final class KernelPaths {

    private static final List<KernelPath> ALL = Registry.instances(KernelPath.class, "org.reapscope.kernel.path");

    private KernelPaths() {}

    /** The paths, in the order of their class names. */
    public static List<KernelPath> all() {
        return ALL;
    }

    /** The programs of the unpatched kernel of this profile. */
    public static Programs programs(Profile profile) {
        return Programs.of(all().stream().flatMap(p -> p.programs(profile).stream()).toList());
    }
}
