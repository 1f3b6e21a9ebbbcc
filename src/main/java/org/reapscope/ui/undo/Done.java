package org.reapscope.ui.undo;

/**
 * Something that a person did.
 *
 * @param of what was changed: edits of the same thing in one act are one edit
 * @param name what was done, as a person would say it
 * @param undo takes it back
 * @param redo does it again
 */
public record Done(Object of, String name, Runnable undo, Runnable redo) {

    /** This edit and one of the same thing that followed, as one. */
    Done upTo(Done next) {
        return new Done(of, next.name, undo, next.redo);
    }
}
