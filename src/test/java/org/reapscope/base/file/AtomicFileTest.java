package org.reapscope.base.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.document.settings.ChildProgram;

final class AtomicFileTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);
    private static final String DEAD = ".reapscope-0123456789abcdef.new";

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsReplacedKeepsItsPermissions() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "this file system knows no such permissions");
        for (String permissions : List.of("rw-r-----", "rw-------", "rwxrw-rw-")) {
            Path file = Files.writeString(folder.resolve("a.csv"), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            AtomicFile.write(file, NEW);
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertArrayEquals(NEW, Files.readAllBytes(file));
        }
    }

    @Test
    void aFileThatIsReplacedKeepsItsOwner_whereThatIsAllowed() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/passwd")), "only root may give a file away");
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Files.setAttribute(file, "unix:uid", 2);
        Files.setAttribute(file, "unix:gid", 3);
        AtomicFile.write(file, NEW);
        assertEquals(2, Files.getAttribute(file, "unix:uid"));
        assertEquals(3, Files.getAttribute(file, "unix:gid"));
    }

    @Test
    void whatIsNewMayBeReadLikeAnyNewFile() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "this file system knows no such permissions");
        AtomicFile.write(folder.resolve("new.csv"), NEW);
        assertEquals(Files.readAttributes(Files.createFile(folder.resolve("any")), PosixFileAttributes.class).permissions(),
                Files.getPosixFilePermissions(folder.resolve("new.csv")));
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "on Windows making a symbolic link takes a right that few have")
    void aLinkStaysALink_andWhatItLeadsToIsReplaced() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("deep/er"));
        Path file = Files.writeString(deep.resolve("file"), "old");
        Files.createSymbolicLink(deep.resolve("second"), Path.of("../er/file"));
        Path link = Files.createSymbolicLink(folder.resolve("first"), Path.of("deep/er/second"));
        AtomicFile.write(link, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(deep.resolve("second")) && !Files.isSymbolicLink(file));
        assertEquals(List.of("file", "second"), names(deep));
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "on Windows making a symbolic link takes a right that few have")
    void aLinkToNothingMakesTheFile_andOneToItselfIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        AtomicFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(NEW, Files.readAllBytes(folder.resolve("file")));
        Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertEquals(folder.resolve("a") + ": is a link that leads back to itself; name a file", refused(folder.resolve("a")));
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "Windows has no mkfifo")
    void aPipeTakesWhatIsWritten_andStaysAPipe() throws Exception {
        Path pipe = made("mkfifo", "pipe");
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> all(pipe));
        AtomicFile.write(pipe, NEW);
        assertArrayEquals(NEW, read.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
        assertEquals(List.of("pipe"), names(folder));
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "on Windows a socket is no file that is written to")
    void aSocketTakesWhatIsWritten_andStaysASocket() throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
                try (InputStream in = Channels.newInputStream(server.accept())) {
                    return in.readAllBytes();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            AtomicFile.write(socket, NEW);
            assertArrayEquals(NEW, read.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertTrue(Files.readAttributes(socket, BasicFileAttributes.class).isOther());
        }
    }

    /** Copies of /dev/null and /dev/full, since a program that is wrong would take away those of the machine. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux's")
    void aDeviceIsWrittenTo_andAFullOneComplains() throws Exception {
        Path none = made("mknod", "none", "c", "1", "3");
        Path full = made("mknod", "full", "c", "1", "7");
        AtomicFile.write(none, NEW);
        assertEquals(full + ": is not written: No space left on device; choose another place", refused(full));
        assertTrue(Files.readAttributes(none, BasicFileAttributes.class).isOther() && Files.readAttributes(full, BasicFileAttributes.class).isOther());
        assertEquals(List.of("full", "none"), names(folder));
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(empty + ": is a folder; name a file in it", refused(empty));
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertEquals(file.resolve("in.csv") + ": cannot be written: " + file + " is a file and no folder; choose another place",
                refused(file.resolve("in.csv")));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("empty", "file"), names(folder));
    }

    @Test
    void whatAKilledProgramLeftIsSweptByTheNextWrite_andNothingElse() throws IOException {
        Files.writeString(folder.resolve(DEAD), "half");
        List<String> others = List.of(".reapscope-0123456789abcdef.new.txt", ".reapscope-012345.new", ".reapscope-notes.new", "reapscope-0123456789abcdef.new");
        for (String other : others) {
            Files.writeString(folder.resolve(other), "a person's own");
        }
        Path ofThatName = Files.createDirectory(folder.resolve(".reapscope-ffffffffffffffff.new"));
        AtomicFile.write(folder.resolve("a.csv"), NEW);
        assertFalse(Files.exists(folder.resolve(DEAD)));
        assertTrue(others.stream().allMatch(other -> Files.exists(folder.resolve(other))));
        assertTrue(Files.isDirectory(ofThatName));
    }

    @Test
    void whatIsBeingWrittenIsNotSwept_byThisProgramOrByAnother() throws Exception {
        try (Beside ours = Beside.in(folder, FileAccess.of(folder.resolve("a.csv"))); ChildProgram other = ChildProgram.start(HalfWritten.class, folder)) {
            Path theirs = folder.resolve(other.next());
            AtomicFile.write(folder.resolve("b.csv"), NEW);
            assertTrue(Files.exists(theirs));
            ours.write(NEW);
            ours.moveTo(folder.resolve("a.csv"));
            other.kill();
            assertTrue(Files.exists(theirs), "nobody could tidy up");
            AtomicFile.write(folder.resolve("b.csv"), NEW);
        }
        assertEquals(List.of("a.csv", "b.csv"), names(folder));
    }

    @Test
    void aKilledWriterLeavesTheOldContentOrTheNew() throws Exception {
        Path file = folder.resolve("session");
        AtomicFile.write(file, KeepsWriting.content('a'));
        for (int killed = 0; killed < 5; killed++) {
            try (ChildProgram writer = ChildProgram.start(KeepsWriting.class, file)) {
                for (int written = 0; written <= killed; written++) {
                    writer.next();
                }
                writer.kill();
            }
            byte[] found = Files.readAllBytes(file);
            assertArrayEquals(KeepsWriting.content((char) found[0]), found);
        }
        AtomicFile.write(file, NEW);
        assertEquals(List.of("session"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "語"})
    void aNameAtTheLimitOfTheFileSystemCanBeWritten_andWrittenAgain(String letter) throws IOException {
        int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
        Path file = folder.resolve(letter.repeat(255 / bytes) + "x".repeat(255 % bytes));
        AtomicFile.write(file, "old".getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(1, names(folder).size());
    }

    @Test
    void aLongPathCanBeWritten() throws IOException {
        Path deep = folder;
        while (deep.toString().length() < 3500) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        AtomicFile.write(deep.resolve("a.csv"), NEW);
        assertArrayEquals(NEW, Files.readAllBytes(deep.resolve("a.csv")));
    }

    @Test
    void namesMadeOfNamesAreCutWhereNoFileCouldBeCalledSo() {
        assertEquals("trace.svg", FileName.of("trace", ".svg"));
        assertEquals(255, FileName.of("x".repeat(300), ".svg").getBytes(StandardCharsets.UTF_8).length);
        assertEquals("語".repeat(83) + ".svg", FileName.of("語".repeat(85), ".svg"));
        assertEquals("\ud83d\ude00".repeat(62) + ".svg", FileName.of("\ud83d\ude00".repeat(63), ".svg"), "no half character");
    }

    private static String refused(Path file) {
        return String.valueOf(assertThrows(IOException.class, () -> AtomicFile.write(file, NEW)).getMessage());
    }

    private Path made(String command, String name, String... args) throws Exception {
        Path path = folder.resolve(name);
        String[] all = Stream.concat(Stream.of(command, path.toString()), Stream.of(args)).toArray(String[]::new);
        assumeTrue(new ProcessBuilder(all).start().waitFor() == 0 && Files.exists(path, LinkOption.NOFOLLOW_LINKS), "only root may make devices");
        return path;
    }

    private static byte[] all(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** Begins to write in a folder, says into which file, and never comes to an end. */
    static final class HalfWritten {

        public static void main(String[] args) throws Exception {
            try (Beside beside = Beside.in(Path.of(args[0]), FileAccess.of(Path.of(args[0], "a.csv")))) {
                beside.write("half".getBytes(StandardCharsets.UTF_8));
                try (Stream<Path> files = Files.list(Path.of(args[0]))) {
                    System.out.println(files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".new"))
                            .max(Comparator.comparing(n -> Path.of(args[0], n).toFile().length())).orElseThrow());
                }
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    /** Writes one content after the other, and says so. */
    static final class KeepsWriting {

        static byte[] content(char letter) {
            return String.valueOf(letter).repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
        }

        public static void main(String[] args) throws IOException {
            for (int n = 0;; n++) {
                AtomicFile.write(Path.of(args[0]), content((char) ('a' + n % 26)));
                System.out.println(n);
            }
        }
    }
}
