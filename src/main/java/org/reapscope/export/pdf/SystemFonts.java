package org.reapscope.export.pdf;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * TrueType fonts that the system has, for characters that no shipped font has. They are opened one by one in the order of
 * their names, those that are known to be wide first, until one has the character and may be embedded.
 */
final class SystemFonts {

    /** More fonts than these are not opened: each costs some milliseconds. */
    private static final int MOST = 200;
    /** What the names of fonts for many scripts have in them. */
    private static final List<String> WIDE = List.of("unifont", "arialuni", "noto", "unicode", "symbol", "emoji");
    private static final Map<Integer, Optional<TrueTypeFont>> FOUND = new HashMap<>();

    private SystemFonts() {}

    /** The first font that has the character. */
    static synchronized Optional<TrueTypeFont> find(int character) {
        return FOUND.computeIfAbsent(character, SystemFonts::search);
    }

    private static Optional<TrueTypeFont> search(int character) {
        for (TrueTypeFont font : OPENED.get()) {
            if (FontShelf.glyph(font, character) > 0 && embeds(font, character)) {
                return Optional.of(font);
            }
        }
        return Optional.empty();
    }

    private static final Opened OPENED = new Opened();

    /** The fonts, opened when they are first needed. */
    private static final class Opened {

        private List<TrueTypeFont> fonts = List.of();
        private boolean done;

        List<TrueTypeFont> get() {
            if (!done) {
                done = true;
                fonts = new FontFileFinder().find().stream().filter(SystemFonts::isTrueType)
                        .sorted(Comparator.comparing(SystemFonts::rank).thenComparing(URI::toString)).limit(MOST)
                        .map(SystemFonts::open).flatMap(Optional::stream).toList();
            }
            return fonts;
        }
    }

    private static boolean isTrueType(URI file) {
        return file.getPath() != null && file.getPath().toLowerCase(Locale.ROOT).endsWith(".ttf");
    }

    private static int rank(URI file) {
        String name = file.getPath().toLowerCase(Locale.ROOT);
        return WIDE.stream().anyMatch(name::contains) ? 0 : 1;
    }

    private static Optional<TrueTypeFont> open(URI file) {
        try {
            TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBufferedFile(new File(file)));
            font.setEnableGsub(false);
            return font.getGlyph() == null ? Optional.empty() : Optional.of(font);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /** A font may forbid it, or be broken; then another one is tried. */
    private static boolean embeds(TrueTypeFont font, int character) {
        try (PDDocument scratch = new PDDocument()) {
            PDType0Font embedded = PDType0Font.load(scratch, font, true);
            embedded.encode(Character.toString(character));
            embedded.addToSubset(character);
            embedded.subset();
            return true;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }
}
