package org.reapscope.picture;

/** The groups under which rows stand, in their order on the screen. */
public enum RowGroup {
    PINNED("pinned"),
    TASKS("task states"),
    CPUS("CPUs"),
    MEMORY("memory"),
    LOCKS("locks");

    private final String title;

    RowGroup(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
