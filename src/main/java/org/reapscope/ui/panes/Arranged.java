package org.reapscope.ui.panes;

/** Something with panes around a picture. */
public interface Arranged {

    /** The panes; there as soon as the view is loaded. */
    SidePanes panes();
}
