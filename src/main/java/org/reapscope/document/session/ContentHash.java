package org.reapscope.document.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.reapscope.base.job.Progress;

/** The SHA-256 of a file's bytes: whether a session's capture is still the one it was. */
public final class ContentHash {

    private static final int BLOCK = 1 << 18;

    private ContentHash() {}

    /**
     * The hash as 64 hexadecimal digits.
     *
     * @param progress hears of bytes
     * @throws IOException if the file cannot be read
     */
    public static String of(Path file, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        long total = Files.size(file);
        long done = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                done += n;
                progress.report(done, total);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of these bytes. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
