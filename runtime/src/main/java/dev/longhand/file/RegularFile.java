package dev.longhand.file;

import dev.longhand.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files to read. Only regular ones are opened: a pipe or a device can block for ever or never end. Messages begin with
 * the file's name.
 */
public final class RegularFile {

    private RegularFile() {}

    /** Opens a file as a stream. */
    public static InputStream open(Path file) throws IOException {
        require(file);
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** Opens a file as a channel, which closes itself when its thread is interrupted. */
    public static SeekableByteChannel openChannel(Path file) throws IOException {
        require(file);
        return Files.newByteChannel(file);
    }

    /** Checks that a file is there and regular. */
    public static void require(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(Printable.of(file.toString()), null, "it's a folder, not a file to read");
        }
        if (Files.notExists(file)) {
            throw new NoSuchFileException(Printable.of(file.toString()));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(
                    Printable.of(file.toString()), null, "it's a pipe or a device, not a regular file");
        }
    }

    /** The exception with this file's name in its message, whatever file the system names. */
    public static IOException named(Path file, IOException e) {
        String name = Printable.of(file.toString());
        String message = e.getMessage();
        if (message != null && message.startsWith(name + ": ")) {
            return e;
        }
        IOException named;
        if (e instanceof NoSuchFileException) {
            named = new NoSuchFileException(name);
        } else if (e instanceof AccessDeniedException) {
            named = new AccessDeniedException(name, null, "no access");
        } else {
            String reason = e instanceof FileSystemException system ? system.getReason() : message;
            named = new FileSystemException(
                    name, null, Printable.of(reason == null ? e.getClass().getSimpleName() : reason));
        }
        named.initCause(e);
        return named;
    }
}
