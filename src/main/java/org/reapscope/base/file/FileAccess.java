package org.reapscope.base.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file that is to be replaced, so that its successor can be given the same.
 *
 * @param before what the file has; nothing where there is none yet, or where the system knows no such permissions
 */
record FileAccess(Optional<PosixFileAttributes> before) {

    private static final FileAttribute<?>[] OWNER_ALONE = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};

    static FileAccess of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return new FileAccess(view != null && Files.exists(file) ? Optional.of(view.readAttributes()) : Optional.empty());
    }

    /** What a successor is made with: it is nobody else's to read before it has been given the old permissions. */
    FileAttribute<?>[] whileWritten() {
        return before.isPresent() ? OWNER_ALONE.clone() : new FileAttribute<?>[0];
    }

    /** Gives them to the successor. Only who may give files away keeps the owner; a group that is lost loses its rights. */
    void giveTo(Path successor) throws IOException {
        if (before.isEmpty()) {
            return;
        }
        PosixFileAttributes old = before.get();
        PosixFileAttributeView view = Files.getFileAttributeView(successor, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(old.permissions());
        try {
            view.setGroup(old.group());
        } catch (IOException e) {
            permissions.removeAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE));
        }
        try {
            view.setOwner(old.owner());
        } catch (IOException e) {
            // Only root gives files away: this one stays its writer's.
            permissions.add(PosixFilePermission.OWNER_READ);
        }
        view.setPermissions(permissions);
    }
}
