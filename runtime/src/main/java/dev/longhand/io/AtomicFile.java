package dev.longhand.io;

import dev.longhand.file.RegularFile;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes files atomically: complete or not at all, even if the program is interrupted. The content goes to a temporary
 * file in the same folder, which is forced to the disk and renamed. Only a file that is mounted by itself is overwritten,
 * once the temporary one is complete.
 */
public final class AtomicFile {

    private static final String PREFIX = ".longhand-";
    private static final Pattern TEMPORARY = Pattern.compile("\\.longhand-[0-9a-f-]{36}\\.tmp");

    /** A temporary file that hasn't changed for so long is one of a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; begun again if the thread is interrupted. */
        void write(WritableByteChannel channel) throws IOException;
    }

    /**
     * Writes a file, or replaces one and keeps its permissions. Follows symbolic links.
     *
     * @throws IOException if it can't be written, because it's read-only or no regular file, for instance; a file that
     *     was there is kept then
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            Uninterrupted.run(() -> replace(target(file), file, content));
        } catch (IOException e) {
            throw RegularFile.named(file, e);
        }
    }

    private static void replace(Path target, Path file, Content content) throws IOException {
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw refused(file, "it's a folder, not a file to write");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    Printable.of(file.toString()),
                    null,
                    "the folder " + Printable.of(folder.toString()) + " isn't there");
        }
        FileAccess access = FileAccess.NEW;
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(file, "it's a pipe or a device, not a regular file");
            }
            access = FileAccess.of(target);
            if (!access.isWritable() || !Files.isWritable(target)) {
                throw refused(file, "it's read-only: make it writable, or save to another file");
            }
        }
        Path temporary = target.resolveSibling(PREFIX + UUID.randomUUID() + ".tmp");
        boolean isOverwriting = false;
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    access.initialAttributes())) {
                content.write(channel);
                channel.force(true);
            }
            access.restore(temporary);
            if (!move(temporary, target)) {
                isOverwriting = true;
                overwrite(target, temporary);
                isOverwriting = false;
            }
        } catch (IOException e) {
            if (isOverwriting) {
                throw new FileSystemException(
                        Printable.of(file.toString()),
                        null,
                        "it's damaged, since overwriting it failed (" + e.getMessage() + "); "
                                + Printable.of(temporary.toString()) + " has all of the new content");
            }
            throw e;
        } finally {
            if (!isOverwriting) {
                Files.deleteIfExists(temporary);
            }
        }
        forceFolder(folder);
        sweep(folder);
    }

    /**
     * Puts the complete temporary file in the target's place. A target that is mounted by itself, as in a container, can't
     * be replaced by another file.
     *
     * @return whether it was replaced; if not, its content is to be
     */
    private static boolean move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            return false;
        }
    }

    /** Replaces the content of a file by that of another one. If the program is killed meanwhile, the other one stays. */
    static void overwrite(Path target, Path source) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(target, StandardOpenOption.WRITE)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                done += from.transferTo(done, size - done, to);
            }
            to.truncate(size);
            to.force(true);
        }
    }

    /** The file itself, where {@code file} is a symbolic link; it needn't exist. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw refused(file, "its symbolic links lead in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static FileSystemException refused(Path file, String reason) {
        return new FileSystemException(Printable.of(file.toString()), null, reason);
    }

    /** Makes the new name as durable as the bytes, where the file system lets a folder be opened. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows can't open folders; there the move alone is durable.
        }
    }

    /** Deletes the temporary files that killed processes left in a folder. */
    private static void sweep(Path folder) {
        Instant oldest = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (TEMPORARY.matcher(file.getFileName().toString()).matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toInstant()
                                .isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The file is written; the next save sweeps again.
        }
    }
}
