package org.reapscope.view.stepper;

import org.reapscope.viewmodel.run.RunLane;

/** A lane with its place on the screen. */
record PlacedLane(RunLane lane, double y, double height) {

    double middle() {
        return y + height / 2;
    }
}
