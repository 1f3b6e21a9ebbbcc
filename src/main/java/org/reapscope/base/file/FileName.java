package org.reapscope.base.file;

import java.nio.charset.StandardCharsets;

/** Names of files that are made of other names. */
public final class FileName {

    /** What the file systems of today allow, in bytes of UTF-8 or in fewer units that are larger. */
    private static final int LONGEST = 255;

    private FileName() {}

    /** {@code stem + ending}, of whose stem the end is cut off where no file could be called so. */
    public static String of(String stem, String ending) {
        String cut = stem.substring(0, Math.min(stem.length(), LONGEST));
        while (!cut.isEmpty() && (cut + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + ending;
    }
}
