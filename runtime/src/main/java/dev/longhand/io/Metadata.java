package dev.longhand.io;

import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.WeightsChecksum;
import dev.longhand.safetensors.WeightsDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts by name in a safetensors header, and the bounds of what is read from streams. */
final class Metadata {

    /** The most bytes of a header that is read without a network, whose tensors aren't known then. */
    private static final int LARGEST_HEADER = 8 << 20;

    /** The bytes that {@link #complete} leaves for Longhand's own texts but the declaration, whose size depends on the network. */
    private static final int OWN = 1 << 16;

    private static final List<String> OWN_TEXTS = List.of(
            SafetensorsHeader.FORMAT,
            SafetensorsHeader.LAYOUT,
            "network",
            WeightsDeclaration.METADATA,
            WeightsChecksum.METADATA);

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Metadata() {}

    /**
     * Longhand's own texts, then the caller's in the order of their names.
     *
     * @throws IllegalArgumentException if a name is taken, or the texts are too long for a file to be loaded again
     */
    static Map<String, String> complete(Map<String, String> texts, ModelInfo info) {
        require(info.name() + " isn't saved: its metadata", texts);
        Map<String, String> all = new LinkedHashMap<>();
        all.put(SafetensorsHeader.FORMAT, SafetensorsHeader.OWN_FORMAT);
        all.put(SafetensorsHeader.LAYOUT, "dense [in][out]");
        all.put("network", info.name());
        all.putAll(new TreeMap<>(texts));
        return all;
    }

    /** What a file of a network says of its declaration. */
    static WeightsDeclaration declaration(ModelInfo info) {
        return new WeightsDeclaration(
                info.input(),
                info.masking().isMasked(),
                info.layers().stream()
                        .map(layer -> new WeightsDeclaration.Layer(
                                layer.name(), layer.kind(), layer.output(), layer.settings(), layer.sources()))
                        .toList(),
                info.outputs().stream().map(OutputInfo::layer).toList());
    }

    /** Checks what {@link #complete} refuses; {@code what} begins the sentence. */
    static void require(String what, Map<String, String> texts) {
        for (String own : OWN_TEXTS) {
            if (texts.containsKey(own)) {
                throw taken(own);
            }
        }
        requireSize(what, texts);
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException("the metadata \"" + name + "\" is Longhand's own: give yours another name");
    }

    private static void requireSize(String what, Map<String, String> texts) {
        int size = new SafetensorsHeader(texts, Map.of()).write().length;
        if (size > WeightsReader.METADATA - OWN) {
            throw new IllegalArgumentException(what + " has " + size + " bytes, more than the "
                    + (WeightsReader.METADATA - OWN) + " that a file may have");
        }
    }

    /** Reads the header that a stream begins with. */
    static Map<String, String> read(InputStream in, String name) throws IOException {
        try {
            return Collections.unmodifiableMap(
                    SafetensorsHeader.read(in, LARGEST_HEADER).metadata());
        } catch (MalformedFileException e) {
            throw new InvalidFileException(name, e.reason(), e);
        }
    }

    /** All bytes of a stream, at most {@code most}. */
    static byte[] readAll(InputStream in, long most, String name) throws IOException {
        int limit = (int) Math.min(most, LARGEST_ARRAY);
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new InvalidFileException(
                    name,
                    "it has more than " + limit + " bytes, "
                            + (limit == most
                                    ? "the most that a file of this network may have"
                                    : "the most that an array can hold: load it from a file"));
        }
        return bytes;
    }
}
