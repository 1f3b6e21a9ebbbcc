package org.reapscope.app.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import org.jspecify.annotations.Nullable;

/**
 * PNG files of opaque pictures, 24 bits a pixel (ISO/IEC 15948). The same pixels always give the same bytes: no time
 * stamp, no name of a program.
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_PER_PIXEL = 3;
    private static final int FILTER_NONE = 0;
    private static final int FILTER_UP = 2;

    private Png() {}

    /**
     * Encodes a picture.
     *
     * @param argb its pixels row by row, {@code width * height} of them; alpha is not looked at
     */
    public static byte[] encode(int width, int height, int[] argb) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(width * height / 4);
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "IDAT", deflated(filtered(width, height, argb)));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 2, 0, 0, 0});
        return header.toByteArray();
    }

    /** Rows that repeat the one above compress best as differences to it. */
    private static byte[] filtered(int width, int height, int[] argb) {
        int stride = width * BYTES_PER_PIXEL;
        byte[] out = new byte[height * (stride + 1)];
        byte[] above = new byte[stride];
        byte[] row = new byte[stride];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                row[x * BYTES_PER_PIXEL] = (byte) (pixel >> 16);
                row[x * BYTES_PER_PIXEL + 1] = (byte) (pixel >> 8);
                row[x * BYTES_PER_PIXEL + 2] = (byte) pixel;
            }
            int start = y * (stride + 1);
            boolean up = y > 0 && changes(row, above) < changes(row, null);
            out[start] = (byte) (up ? FILTER_UP : FILTER_NONE);
            for (int i = 0; i < stride; i++) {
                out[start + 1 + i] = up ? (byte) (row[i] - above[i]) : row[i];
            }
            byte[] spare = above;
            above = row;
            row = spare;
        }
        return out;
    }

    private static int changes(byte[] row, byte @Nullable [] above) {
        int changes = 0;
        for (int i = BYTES_PER_PIXEL; i < row.length; i++) {
            changes += row[i] == (above == null ? row[i - BYTES_PER_PIXEL] : above[i]) ? 0 : 1;
        }
        return changes;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
