package org.reapscope.ui.command;

import java.util.List;
import java.util.Locale;

/**
 * Everything that can be asked of the window, with its usual keys (first the one that menus show). The names are what
 * settings store, so they stay. Keys of traces.md 5.4: what Perfetto, Trace Compass, Tracy and DevTools agree on.
 */
public enum Command {
    OPEN(Category.FILE, "Shortcut+O"),
    RELOAD(Category.FILE, "Shortcut+R", "F5"),
    SAVE_SESSION(Category.FILE, "Shortcut+S"),
    SAVE_SESSION_AS(Category.FILE, "Shortcut+Shift+S"),
    SAVE_SESSION_WITH_EXCERPT(Category.FILE),
    SAVE_PICTURE(Category.FILE, "Shortcut+Shift+E"),
    CANCEL_LOADING(Category.FILE),
    CLOSE_CAPTURE(Category.FILE, "Shortcut+W"),
    NEW_LESSON(Category.FILE),
    EDIT_LESSON(Category.FILE),
    NEW_SCENARIO(Category.FILE),
    EDIT_SCENARIO(Category.FILE, "Shortcut+Shift+O"),
    QUIT(Category.FILE, "Shortcut+Q"),

    UNDO(Category.EDIT, "Shortcut+Z"),
    REDO(Category.EDIT, "Shortcut+Shift+Z", "Shortcut+Y"),

    COPY_AS_MAIL(Category.EXPORT, "Shortcut+Shift+C"),
    EXPORT(Category.EXPORT, "Shortcut+E"),

    COMMANDS(Category.VIEW, "Shortcut+Shift+P"),
    NEXT_THEME(Category.VIEW, "Shortcut+T"),
    TEXT_LARGER(Category.VIEW, "Shortcut++", "Shortcut+="),
    TEXT_SMALLER(Category.VIEW, "Shortcut+-"),
    TEXT_NORMAL(Category.VIEW, "Shortcut+0"),
    PROJECTOR(Category.VIEW, "F11"),
    SPOTLIGHT(Category.VIEW, "L"),
    PROJECTOR_CONTRAST(Category.VIEW, "K"),
    HIDE_ANSWERS(Category.VIEW, "X"),
    TOGGLE_TASKS(Category.VIEW, "Shortcut+B"),
    TOGGLE_INSPECTOR(Category.VIEW, "Shortcut+I"),
    TOGGLE_TABLES(Category.VIEW, "Shortcut+J"),
    ENLARGE_TABLES(Category.VIEW, "Shortcut+Shift+J"),
    NEXT_PANE(Category.VIEW, "F6"),
    PREVIOUS_PANE(Category.VIEW, "Shift+F6"),

    NEXT_FINDING(Category.GO, "F8"),
    PREVIOUS_FINDING(Category.GO, "Shift+F8"),
    CHOOSE_KILL(Category.GO, "Shortcut+K"),
    NEXT_KILL(Category.GO, "J"),
    PREVIOUS_KILL(Category.GO, "Shift+J"),
    NEXT_NOTE(Category.GO, "F7"),
    PREVIOUS_NOTE(Category.GO, "Shift+F7"),
    SEARCH(Category.GO, "/", "Shortcut+F"),
    NEXT_HIT(Category.GO, "F3"),
    PREVIOUS_HIT(Category.GO, "Shift+F3"),
    FIND_ROW(Category.GO, "Shortcut+P"),
    NEXT_CAPTURE(Category.GO, "Shortcut+PageDown"),
    PREVIOUS_CAPTURE(Category.GO, "Shortcut+PageUp"),

    ZOOM_IN(Category.TIMELINE, "W"),
    ZOOM_OUT(Category.TIMELINE, "S"),
    PAN_LEFT(Category.TIMELINE, "A"),
    PAN_RIGHT(Category.TIMELINE, "D"),
    NEXT_EVENT(Category.TIMELINE, "Right"),
    PREVIOUS_EVENT(Category.TIMELINE, "Left"),
    NEXT_EVENT_ALIAS(Category.TIMELINE, "."),
    PREVIOUS_EVENT_ALIAS(Category.TIMELINE, ","),
    EXTEND_TO_NEXT(Category.TIMELINE, "Shift+Right"),
    EXTEND_TO_PREVIOUS(Category.TIMELINE, "Shift+Left"),
    LANE_UP(Category.TIMELINE, "Up"),
    LANE_DOWN(Category.TIMELINE, "Down"),
    FOCUS_SELECTION(Category.TIMELINE, "F"),
    RANGE_TO_SELECTION(Category.TIMELINE, "R"),
    ZOOM_TO_RANGE(Category.TIMELINE, "Z"),
    FIT_ALL(Category.TIMELINE, "0"),
    HOME(Category.TIMELINE, "Home"),
    END(Category.TIMELINE, "End"),
    FOLLOW_CAUSE(Category.TIMELINE, "["),
    FOLLOW_EFFECT(Category.TIMELINE, "]"),
    PIN_LANE(Category.TIMELINE, "P"),
    HIDE_LANE(Category.TIMELINE, "H"),
    SHOW_ALL_LANES(Category.TIMELINE, "Shift+H"),
    LANE_ORDER(Category.TIMELINE, "Shift+O"),
    LEGEND(Category.TIMELINE, "G"),

    STEP(Category.RUN, "Space", "N"),
    STEP_BACK(Category.RUN, "Shift+N"),
    RUN(Category.RUN, "Shift+R"),
    RUN_TO_END(Category.RUN),
    REWIND(Category.RUN),

    COURSE(Category.LESSON),
    NEXT_PAGE(Category.LESSON, "PageDown"),
    PREVIOUS_PAGE(Category.LESSON, "PageUp"),
    TEACHER_NOTES(Category.LESSON),
    MAKE_QUESTIONS(Category.LESSON),

    MARKER_A(Category.MARK, "1"),
    MARKER_B(Category.MARK, "2"),
    NOTE(Category.MARK, "M"),
    BOOKMARK(Category.MARK, "Shift+M"),
    CLEAR(Category.MARK, "Esc"),

    SHORTCUTS(Category.HELP, "?", "F1"),
    KEYBOARD_LAYOUT(Category.HELP);

    private final Category category;
    private final List<String> keys;

    Command(Category category, String... keys) {
        this.category = category;
        this.keys = List.of(keys);
    }

    public Category category() {
        return category;
    }

    /** Its usual keys on a QWERTY keyboard, in the notation of {@link Keystroke#parse}. */
    public List<String> keys() {
        return keys;
    }

    /** Key of its name in the messages: {@code command.save-session}. */
    public String textKey() {
        return "command." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
