package dev.longhand.processor.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * Finds resources: in given folders, then where the compiler writes classes, then on its class path and its source path.
 */
public final class ResourceFinder {

    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH, StandardLocation.SOURCE_PATH);

    private final Filer filer;
    private final List<String> folders;

    /**
     * A finder.
     *
     * @param folders the folders to look in first
     */
    public ResourceFinder(Filer filer, List<String> folders) {
        this.filer = filer;
        this.folders = List.copyOf(folders);
    }

    /** Where it looks, in a sentence: {@code the class output, the class path or the source path}. */
    public String places() {
        return (folders.isEmpty() ? "" : "the folders of longhand.resources (" + String.join(", ", folders) + "), ")
                + "the class output, the class path or the source path";
    }

    /** Opens a resource, if it's there, for the caller to close. */
    public Optional<InputStream> open(ResourceName name) {
        for (String folder : folders) {
            Optional<InputStream> in = open(folder, name);
            if (in.isPresent()) {
                return in;
            }
        }
        for (StandardLocation location : LOCATIONS) {
            Optional<InputStream> in = open(location, name);
            if (in.isPresent()) {
                return in;
            }
        }
        return Optional.empty();
    }

    private static Optional<InputStream> open(String folder, ResourceName name) {
        try {
            Path file = Path.of(folder, name.path());
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Compilers throw exceptions of several types where there is no such resource, or no such location. */
    private Optional<InputStream> open(StandardLocation location, ResourceName name) {
        try {
            return Optional.of(filer.getResource(location, name.packageName(), name.relative())
                    .openInputStream());
        } catch (IOException | IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
