package org.reapscope.ui.findings;


import javafx.scene.layout.Region;

import org.reapscope.analysis.Finding;

/** The mark of a finding: a shape for its kind, a colour for its severity, both from {@code findings.css}. */
final class FindingIcon extends Region {

    FindingIcon() {
        getStyleClass().add("finding-icon");
    }

    void show(Finding finding) {
        getStyleClass().setAll("finding-icon", "kind-" + finding.kind().id(), "severity-" + finding.severity().id());
    }
}
