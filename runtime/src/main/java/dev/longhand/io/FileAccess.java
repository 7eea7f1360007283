package dev.longhand.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and write a file, for the one that replaces it.
 *
 * @param posix the file's owner, group and permissions; null for a new file, and where the file system has none
 */
record FileAccess(@Nullable PosixFileAttributes posix) {

    /** Of a new file: as the system gives it. */
    static final FileAccess NEW = new FileAccess(null);

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    static FileAccess of(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        return view == null ? NEW : new FileAccess(view.readAttributes());
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether anyone may write it; the administrator, whom no permission stops, respects this too. */
    boolean isWritable() {
        return posix == null || posix.permissions().stream().anyMatch(WRITE::contains);
    }

    /** The attributes to create a file with, so that it's never open to others, not even while it's written. */
    FileAttribute<?>[] initialAttributes() {
        return posix == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(withoutOthers(posix.permissions()))};
    }

    /** Gives a file this access. Where its group can't be this one, the group gets what everyone gets. */
    void restore(Path file) throws IOException {
        PosixFileAttributeView view = posix == null ? null : view(file);
        if (posix == null || view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(posix.permissions());
        PosixFileAttributes now = view.readAttributes();
        try {
            if (!now.group().equals(posix.group())) {
                view.setGroup(posix.group());
            }
            if (!now.owner().equals(posix.owner())) {
                view.setOwner(posix.owner());
            }
        } catch (IOException e) {
            limit(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            limit(permissions, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            limit(permissions, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        view.setPermissions(permissions);
    }

    private static void limit(
            Set<PosixFilePermission> permissions, PosixFilePermission ofGroup, PosixFilePermission ofOthers) {
        if (!permissions.contains(ofOthers)) {
            permissions.remove(ofGroup);
        }
    }

    private static Set<PosixFilePermission> withoutOthers(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : permissions) {
            if (permission.name().startsWith("OWNER")) {
                owners.add(permission);
            }
        }
        return owners;
    }
}
