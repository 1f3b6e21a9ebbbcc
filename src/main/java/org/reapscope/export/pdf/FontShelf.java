package org.reapscope.export.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that PDFs are written with: those that are shipped, of which the last has the scripts of East Asia, and where
 * they lack a character, those of the system.
 */
final class FontShelf {

    private static final String EAST_ASIAN = "DroidSansFallbackFull.ttf";

    private static final Map<Typeface, TrueTypeFont> SHIPPED = new EnumMap<>(Typeface.class);

    /** Read when the first text needs it. */
    private static final class EastAsian {
        static final TrueTypeFont FONT = read(EAST_ASIAN);
    }

    private FontShelf() {}

    /** A shipped font that has a character that one of those of this typeface surely has. */
    static TrueTypeFont font(Typeface face, int character) {
        return face.tried().stream().map(FontShelf::shipped).filter(font -> glyph(font, character) > 0).findFirst().orElseThrow();
    }

    /** The font to write a character with; nothing if none has it. */
    static Optional<TrueTypeFont> find(Typeface face, int character) {
        for (Typeface tried : face.tried()) {
            TrueTypeFont font = shipped(tried);
            if (glyph(font, character) > 0) {
                return Optional.of(font);
            }
        }
        return glyph(EastAsian.FONT, character) > 0 ? Optional.of(EastAsian.FONT) : SystemFonts.find(character);
    }

    /** The number of the glyph of a character; 0 if the font has none. */
    static int glyph(TrueTypeFont font, int character) {
        try {
            return font.getUnicodeCmapLookup().getGlyphId(character);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized TrueTypeFont shipped(Typeface face) {
        return SHIPPED.computeIfAbsent(face, f -> read(f.resource()));
    }

    private static TrueTypeFont read(String resource) {
        try (InputStream in = Objects.requireNonNull(FontShelf.class.getResourceAsStream(resource), resource)) {
            TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // Ligatures would be found by nobody who searches for their letters.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
