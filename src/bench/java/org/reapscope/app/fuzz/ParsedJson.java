package org.reapscope.app.fuzz;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;

/** Reads JSON as it is written and keeps none of it, however much it is; complains where it is none. */
final class ParsedJson extends OutputStream {

    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private long letters;

    ParsedJson() throws IOException {
        parser = new JsonFactory().createNonBlockingByteArrayParser();
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        letters += length;
        if (letters > Enough.LETTERS) {
            throw new Enough();
        }
        feeder.feedInput(bytes, from, from + length);
        drain();
    }

    @Override
    public void close() throws IOException {
        if (letters > Enough.LETTERS) {
            return;
        }
        feeder.endOfInput();
        drain();
        parser.close();
    }

    private void drain() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            token = parser.nextToken();
        }
    }
}
