package dev.longhand.processor.read;

import java.util.Arrays;
import java.util.Optional;

/**
 * The name of a resource.
 *
 * @param packageName the package that it's relative to, empty for the root of the class path
 * @param relative its name below that: {@code digits.safetensors}
 */
public record ResourceName(String packageName, String relative) {

    /**
     * The resource that a declaration means, if it can be one.
     *
     * @param packageName the package of the declaration
     * @param written relative to the package, or with {@code /} in front from the root of the class path
     */
    public static Optional<ResourceName> of(String packageName, String written) {
        boolean isAbsolute = written.startsWith("/");
        String relative = isAbsolute ? written.substring(1) : written;
        boolean isName = !relative.contains("\\")
                && Arrays.stream(relative.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
        return isName ? Optional.of(new ResourceName(isAbsolute ? "" : packageName, relative)) : Optional.empty();
    }

    /** Its path from the root of the class path: {@code com/acme/digits.safetensors}. */
    public String path() {
        return packageName.isEmpty() ? relative : packageName.replace('.', '/') + "/" + relative;
    }

    /** The folder of {@link #path} below a folder of resources: {@code src/main/resources/com/acme}. */
    public String folderIn(String resources) {
        int end = path().lastIndexOf('/');
        return end < 0 ? resources : resources + "/" + path().substring(0, end);
    }
}
