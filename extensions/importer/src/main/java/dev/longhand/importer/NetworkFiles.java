package dev.longhand.importer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an imported network into the folders of a project. */
final class NetworkFiles {

    private NetworkFiles() {}

    /** Writes the declaration below {@code java} and the weights below {@code resources}. */
    static WrittenFiles write(ImportedNetwork network, Path folder, String packageName, boolean isReplacing)
            throws IOException {
        String weightsName = TypeName.weights(network.name());
        String text = DeclarationWriter.write(network, packageName);
        String packageFolder = packageName.replace('.', '/');
        Path source = folder.resolve("java").resolve(packageFolder).resolve(network.name() + ".java");
        Path weights = folder.resolve("resources").resolve(packageFolder).resolve(weightsName);
        if (!isReplacing) {
            requireNew(source);
            requireNew(weights);
        }
        Files.createDirectories(weights.toAbsolutePath().getParent());
        Files.createDirectories(source.toAbsolutePath().getParent());
        WeightsWriter.write(network, weights);
        Files.writeString(source, text);
        return new WrittenFiles(source, weights);
    }

    private static void requireNew(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "it's there already: delete it, or choose another folder or name");
        }
    }
}
