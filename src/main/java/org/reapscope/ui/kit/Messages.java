package org.reapscope.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the window, {@code messages.properties}. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.reapscope.ui.messages", Locale.ROOT);

    private Messages() {}

    /** What {@code %keys} in FXML are looked up in. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of a key, with {@code {0}}, {@code {1}} ... replaced by the arguments. */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
