package org.reapscope.document.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Where settings are kept: {@code $XDG_CONFIG_HOME/reapscope} on Linux, the platform's own place elsewhere. */
public final class ConfigFolder {

    private ConfigFolder() {}

    /** The folder for this user; {@code -Dreapscope.config=FOLDER} names another. It need not exist. */
    public static Path ofThisUser() {
        String named = System.getProperty("reapscope.config");
        return named != null ? Path.of(named)
                : of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System::getenv);
    }

    static Path of(String osName, Path home, UnaryOperator<@Nullable String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return set(environment.apply("APPDATA"), home.resolve("AppData/Roaming")).resolve("Reapscope");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support/Reapscope");
        }
        return set(environment.apply("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("reapscope");
    }

    /** The XDG specification wants relative values to be ignored. */
    private static Path set(@Nullable String value, Path otherwise) {
        return value != null && !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
