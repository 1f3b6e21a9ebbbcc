package org.reapscope.lesson.challenge;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

import org.reapscope.lesson.LessonException;

/**
 * A few bytes as text that people type: Crockford's base32 in groups, with a check sum of two bytes before it. Letters that
 * look like digits are read as those.
 */
public final class CodeText {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 5;

    private CodeText() {}

    /** The text of some bytes. */
    public static String of(byte[] payload) {
        byte[] all = new byte[payload.length + 3];
        all[0] = 1;
        System.arraycopy(sha256(payload), 0, all, 1, 2);
        System.arraycopy(payload, 0, all, 3, payload.length);
        BigInteger rest = new BigInteger(1, all);
        StringBuilder digits = new StringBuilder();
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            digits.insert(0, DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.toString().replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /**
     * The bytes of a text.
     *
     * @throws LessonException if it was mistyped
     */
    public static byte[] bytes(String code) {
        String digits = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        if (digits.isEmpty() || digits.length() > 2000) {
            throw new LessonException("'" + code + "' is no code");
        }
        BigInteger value = BigInteger.ZERO;
        for (char c : digits.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                throw new LessonException("'" + c + "' does not occur in a code; it has digits and letters without I, L, O, U");
            }
            value = value.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        byte[] all = value.toByteArray();
        int from = all.length > 0 && all[0] == 0 ? 1 : 0;
        byte[] payload = all.length - from < 3 ? new byte[0] : Arrays.copyOfRange(all, from + 3, all.length);
        if (payload.length == 0 || all[from] != 1 || !Arrays.equals(Arrays.copyOf(sha256(payload), 2), Arrays.copyOfRange(all, from + 1, from + 3))) {
            throw new LessonException("the code's check sum does not fit: a letter is wrong, missing, or too much");
        }
        return payload;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
