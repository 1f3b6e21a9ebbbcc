package org.reapscope.analysis;

import java.util.List;

import org.reapscope.base.registry.Registry;

/** All detectors there are. */
public final class Detectors {

    private static final List<Detector> ALL = Registry.instances(Detector.class, "org.reapscope.analysis.detector");

    private Detectors() {}

    /** By the name of their classes. */
    public static List<Detector> all() {
        return ALL;
    }
}
