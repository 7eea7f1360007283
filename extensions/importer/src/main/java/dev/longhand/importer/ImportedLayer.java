package dev.longhand.importer;

import java.util.List;

/**
 * One layer of an imported network.
 *
 * @param name a unique name: the file's own in a call of {@link ImportedNetwork#of}, which makes a method's name of it
 * @param settings its kind, with the values of its annotation's attributes
 * @param reads the names of the layers that it reads, all before it; {@link dev.longhand.From#INPUT} is the network's input;
 *     empty for an input layer
 * @param origins what it is in the file, several nodes if they are declared as one layer
 * @param parameters all its arrays, in any order
 */
public record ImportedLayer(
        String name,
        LayerSettings settings,
        List<String> reads,
        List<Origin> origins,
        List<ImportedParameter> parameters) {

    public ImportedLayer {
        reads = List.copyOf(reads);
        origins = List.copyOf(origins);
        parameters = List.copyOf(parameters);
    }

    /** A layer without parameters. */
    public ImportedLayer(String name, LayerSettings settings, List<String> reads, Origin origin) {
        this(name, settings, reads, List.of(origin), List.of());
    }

    /** The same layer under another name, which reads these layers. */
    ImportedLayer renamed(String newName, List<String> newReads) {
        return new ImportedLayer(newName, settings, newReads, origins, parameters);
    }

    /** A refusal of this layer. */
    Refusal refusal(String reason) {
        return new Refusal(origins.isEmpty() ? new Origin(settings.annotation(), name) : origins.get(0), reason);
    }
}
