package org.reapscope.base.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;


/** Devices, pipes and sockets: they take what is written, so nothing there is replaced and nothing cut off. */
final class OpenEnd {

    private OpenEnd() {}

    static void write(Target target, byte[] content) throws IOException {
        if (target.kind() == Target.Kind.SOCKET) {
            send(target, content);
        } else if (target.isStandardOutput()) {
            // By its number, since what it is may have no name to open; it stays open for what is printed after this.
            FileOutputStream out = new FileOutputStream(FileDescriptor.out);
            show(target, content, out);
        } else {
            try (OutputStream out = Files.newOutputStream(target.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                show(target, content, out);
            }
        }
    }

    private static void show(Target target, byte[] content, OutputStream out) throws IOException {
        OutputStream cleaned = target.isTerminal() ? new TerminalStream(out) : out;
        cleaned.write(content);
        cleaned.flush();
    }

    private static void send(Target target, byte[] content) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(target.path()));
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }
}
