package dev.longhand.importer.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.longhand.file.RegularFile;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.RefusedException;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NumberArray;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A model that Keras saved: a {@code .keras} file of Keras 3 or TensorFlow's Keras since 2.12, or an older {@code .h5} file,
 * by {@code model.save}. Sequential and functional models can be read, of layers that Longhand has; the layout of their
 * weights is Longhand's.
 */
public final class KerasFile {

    private static final int LARGEST_DESCRIPTION = 64 << 20;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    /** The first bytes of an HDF5 file, as many as tell its end; where they do, of versions 0 and 1, and of later ones. */
    private static final int SUPERBLOCK = 48;

    private static final int END_IN_OLDER = 40;
    private static final int END = 28;

    private KerasFile() {}

    /**
     * Reads a model with its weights.
     *
     * @throws RefusedException if layers can't be declared; it lists all of them
     * @throws InvalidFileException if it isn't a file of Keras, or only has weights
     * @throws IOException if it can't be read
     */
    public static ImportedNetwork read(Path file) throws IOException {
        RegularFile.require(file);
        if (!isZip(file)) {
            return readHdf(file, file, null);
        }
        String name = file.toString();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            KerasModel model = KerasModel.parse(text(zip, "config.json", name), name);
            boolean isKeras3 = isKeras3(text(zip, "metadata.json", name));
            byte[] weights = bytes(zip, "model.weights.h5", Integer.MAX_VALUE - 8, name);
            return new Converter(name, model, arrays(weights, model, name), isKeras3).convert();
        } catch (ZipException e) {
            throw new InvalidFileException(name, "it can't be read as a .keras file: " + e.getMessage(), e);
        }
    }

    private static Map<String, List<NumberArray>> arrays(byte[] weights, KerasModel model, String name)
            throws InvalidFileException {
        try (HdfFile hdf = HdfFile.fromBytes(weights)) {
            return KerasArrays.read(hdf, model, name);
        } catch (RuntimeException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Reads a model that was saved in two files, by {@code model.to_json} and {@code model.save_weights}.
     *
     * @param description the file of JSON
     * @param weights the {@code .h5} file
     * @throws RefusedException if layers can't be declared; it lists all of them
     * @throws InvalidFileException if one isn't such a file
     * @throws IOException if one can't be read
     */
    public static ImportedNetwork read(Path description, Path weights) throws IOException {
        RegularFile.require(weights);
        String json;
        try (InputStream in = RegularFile.open(description)) {
            json = new String(in.readNBytes(LARGEST_DESCRIPTION), StandardCharsets.UTF_8);
        }
        return readHdf(description, weights, json);
    }

    private static ImportedNetwork readHdf(Path file, Path weights, @Nullable String json) throws IOException {
        String name = file.toString();
        requireWhole(weights);
        KerasModel model;
        Map<String, List<NumberArray>> arrays;
        boolean isKeras3;
        try (HdfFile hdf = new HdfFile(weights)) {
            String described = json == null ? attribute(hdf, "model_config") : json;
            if (described == null) {
                throw new InvalidFileException(
                        name,
                        "it has weights only: save the model itself by model.save, or give the JSON of model.to_json too");
            }
            String version = attribute(hdf, "keras_version");
            if (version == null && hdf.getChild("model_weights") instanceof Group group) {
                version = attribute(group, "keras_version");
            }
            isKeras3 = version != null && isLater(version);
            model = KerasModel.parse(described, name);
            arrays = KerasArrays.read(hdf, model, weights.toString());
        } catch (RuntimeException e) {
            throw unreadable(weights.toString(), e);
        }
        return new Converter(name, model, arrays, isKeras3).convert();
    }

    /** Refuses a file that is shorter than it says: its end may be missing without being read. */
    private static void requireWhole(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SUPERBLOCK);
        }
        if (start.length < SUPERBLOCK || !Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new InvalidFileException(file.toString(), "it doesn't begin as an HDF5 file");
        }
        int version = start[SIGNATURE.length];
        long end = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong(version < 2 ? END_IN_OLDER : END);
        long size = Files.size(file);
        if (end > size) {
            throw new InvalidFileException(
                    file.toString(), "it's cut short: it should have " + end + " bytes, but has " + size);
        }
    }

    private static InvalidFileException unreadable(String name, RuntimeException e) {
        return new InvalidFileException(name, "it can't be read as an HDF5 file: " + e.getMessage(), e);
    }

    private static @Nullable String attribute(Group group, String name) {
        Attribute attribute = group.getAttribute(name);
        return attribute != null && attribute.getData() instanceof String text ? text : null;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static String text(ZipFile zip, String entry, String file) throws IOException {
        return new String(bytes(zip, entry, LARGEST_DESCRIPTION, file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name, int most, String file) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new InvalidFileException(file, "it's no .keras file: it lacks \"" + name + "\"");
        }
        if (entry.getSize() > most) {
            throw new InvalidFileException(
                    file,
                    "\"" + name + "\" has " + entry.getSize() + " bytes, more than the " + most + " that are read");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private static boolean isKeras3(String metadata) {
        try {
            JsonElement version =
                    JsonParser.parseString(metadata).getAsJsonObject().get("keras_version");
            return version != null && isLater(version.getAsString());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isLater(String version) {
        return !version.isEmpty() && version.charAt(0) >= '3' && version.charAt(0) <= '9';
    }
}
