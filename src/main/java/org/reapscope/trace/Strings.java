package org.reapscope.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Interned strings, looked up by their bytes so that a reader makes no {@code String} for what it has seen before.
 *
 * <p>Bytes that are not UTF-8 become the replacement character in {@link #get}; two names that differ only there stay
 * two ids. One thread interns; lookup is O(length).
 */
public final class Strings {

    private final List<String> values = new ArrayList<>();
    private byte[][] bytes = new byte[64][];
    private int[] slots = filled(256);

    /** The id of this text, new or known. */
    public int intern(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return intern(utf8, 0, utf8.length);
    }

    /** The id of these bytes, new or known. */
    public int intern(byte[] buffer, int from, int to) {
        int slot = hash(buffer, from, to) & slots.length - 1;
        while (slots[slot] >= 0) {
            byte[] known = bytes[slots[slot]];
            if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(Arrays.copyOfRange(buffer, from, to), slot);
    }

    /** The text of an id. */
    public String get(int id) {
        return values.get(id);
    }

    /** How many there are; ids run from 0. */
    public int size() {
        return values.size();
    }

    private int add(byte[] value, int slot) {
        int id = values.size();
        if (id == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * id);
        }
        bytes[id] = value;
        values.add(new String(value, StandardCharsets.UTF_8));
        slots[slot] = id;
        if (2 * values.size() > slots.length) {
            rehash();
        }
        return id;
    }

    private void rehash() {
        slots = filled(2 * slots.length);
        for (int id = 0; id < values.size(); id++) {
            int slot = hash(bytes[id], 0, bytes[id].length) & slots.length - 1;
            while (slots[slot] >= 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = id;
        }
    }

    private static int hash(byte[] buffer, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) {
            h = 31 * h + buffer[i];
        }
        return h ^ h >>> 15;
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, -1);
        return result;
    }
}
