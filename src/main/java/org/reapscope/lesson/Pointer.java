package org.reapscope.lesson;

import java.util.Locale;

/**
 * Something in the exhibit that the page points at.
 *
 * @param kind what it is
 * @param name which: a task's name, a lock's, a lane's title, a field with its index ({@code mm_users[victim]}), an
 *     address ({@code 0x7f2c00000000}), a kind of finding ({@code esrch-harmful})
 * @param words what is to be seen there
 */
public record Pointer(Kind kind, String name, String words) {

    /** What can be pointed at. */
    public enum Kind {
        TASK, LOCK, LANE, FIELD, ADDRESS, FINDING;

        /** As it is written. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
