package dev.longhand.io;

import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import dev.longhand.json.JsonText;
import dev.longhand.model.ModelInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The names of a network's classes, label i being class i, for the metadata of its weights file:
 *
 * <pre>{@code
 * Weights.save(model, file, ClassNames.of("cat", "dog", "horse").metadata());
 * }</pre>
 *
 * @param names at least two different ones, one for each output; two also for a single output, which is 1 for the second
 */
public record ClassNames(List<String> names) {

    /** Their name in the metadata of a weights file. */
    public static final String METADATA = "longhand.classes";

    public ClassNames {
        names = List.copyOf(names);
        if (names.size() < 2) {
            throw new IllegalArgumentException("a network has at least 2 classes, but " + names.size() + " were named");
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("two classes have the same name: " + names);
        }
    }

    /** The names of the classes 0, 1 and so on. */
    public static ClassNames of(String... names) {
        return new ClassNames(List.of(names));
    }

    /**
     * The names in the metadata of a weights file, if it has any.
     *
     * @param file the file's name in messages
     * @throws InvalidFileException if they can't be read
     */
    public static Optional<ClassNames> in(Map<String, String> metadata, String file) throws InvalidFileException {
        String json = metadata.get(METADATA);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClassNames(read(JsonReader.of(json))));
        } catch (JsonException | IllegalArgumentException e) {
            throw new InvalidFileException(file, "the names of its classes can't be read: " + e.getMessage(), e);
        }
    }

    private static List<String> read(JsonReader json) throws JsonException {
        List<String> names = new ArrayList<>();
        json.expect('[');
        do {
            names.add(json.string());
        } while (json.accept(','));
        json.expect(']');
        json.end();
        return names;
    }

    /** The names as metadata for {@link Weights#save(dev.longhand.model.Model, java.nio.file.Path, Map)}. */
    public Map<String, String> metadata() {
        return Map.of(METADATA, names.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    /**
     * The score of each class, which is a probability if the last activation is softmax or sigmoid: the outputs; for a
     * single output a, 1 − a and a.
     *
     * @param info the network
     * @param outputs those of one sample
     * @throws IllegalArgumentException if there are more or fewer
     */
    public double[] scores(ModelInfo info, float[] outputs) {
        int count = info.output().size();
        if (outputs.length != count) {
            throw new IllegalArgumentException("one sample of " + info.name() + " has " + count + " outputs, but "
                    + outputs.length + " were given: classify one sample at a time");
        }
        if (count == 1 && names.size() == 2) {
            return new double[] {1 - (double) outputs[0], outputs[0]};
        }
        if (count != names.size()) {
            throw new IllegalArgumentException(info.name() + " has " + count + " outputs, but " + names.size()
                    + " classes were named: name one for each output");
        }
        double[] scores = new double[outputs.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = outputs[i];
        }
        return scores;
    }

    /**
     * The class with the highest score, the first of several.
     *
     * @param scores one for each class
     * @throws IllegalStateException if one is NaN
     */
    public int best(double[] scores) {
        int best = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalStateException("the network gives NaN for the class \"" + names.get(i)
                        + "\", so that no class is the best: look for numbers in the sample that aren't finite");
            }
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
