package dev.longhand.report.page;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The data of a run, as far as it was given to the report.
 *
 * @param training the samples that the network was trained on
 * @param evaluated the samples that it's evaluated on, by what they are called
 * @param image the shape of the images, if samples are images that are stored as flat vectors
 */
public record KnownData(Optional<Dataset> training, Map<String, Dataset> evaluated, Optional<Shape> image) {

    public KnownData {
        evaluated = new LinkedHashMap<>(evaluated);
    }

    /** No data. */
    public static KnownData none() {
        return new KnownData(Optional.empty(), Map.of(), Optional.empty());
    }

    /** The samples of the training or, if they aren't known, the first that the network is evaluated on. */
    public Optional<Dataset> any() {
        return training.or(() -> evaluated.values().stream().findFirst());
    }

    /** With the samples of the training. */
    public KnownData withTraining(Dataset data) {
        return new KnownData(Optional.of(data), evaluated, image);
    }

    /** With samples to evaluate on. */
    public KnownData withEvaluated(String name, Dataset data) {
        Map<String, Dataset> more = new LinkedHashMap<>(evaluated);
        more.put(name, data);
        return new KnownData(training, more, image);
    }

    /** With the shape of images. */
    public KnownData withImage(Shape shape) {
        return new KnownData(training, evaluated, Optional.of(shape));
    }
}
