package dev.longhand.io;

import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model with the weights of a resource, or the reason why it has none, for the code that is generated for {@code
 * @Pretrained}. Immutable, so that one serves all threads.
 *
 * @param <M> the class of the model
 */
public final class PretrainedModel<M extends Model> {

    private final String resource;
    private final @Nullable M model;
    private final Map<String, String> metadata;
    private final String failure;

    private PretrainedModel(String resource, @Nullable M model, Map<String, String> metadata, String failure) {
        this.resource = resource;
        this.model = model;
        this.metadata = metadata;
        this.failure = failure;
    }

    /**
     * Loads the weights of a network. It throws nothing if that fails: {@link #model} does.
     *
     * @param resource the name of the resource in messages
     * @param in its bytes, which are read to the end and closed; null if there's no such resource
     * @param create makes the model of parameters that can't be changed
     */
    public static <M extends Model> PretrainedModel<M> load(
            ModelInfo info, String resource, @Nullable InputStream in, Function<Parameters, M> create) {
        if (in == null) {
            return new PretrainedModel<>(
                    resource,
                    null,
                    Map.of(),
                    Printable.of(resource) + " isn't on the class path beside the model of " + info.name()
                            + ": add it to the jar, where it was when " + info.name() + " was compiled");
        }
        try (in) {
            byte[] bytes = Metadata.readAll(in, WeightsReader.largestFile(info), resource);
            float[] numbers =
                    new WeightsReader(new MemoryChannel(bytes), info, resource, null, TensorNames.NONE).read();
            SafetensorsHeader header = SafetensorsHeader.read(new ByteArrayInputStream(bytes), bytes.length);
            return new PretrainedModel<>(
                    resource, create.apply(Parameters.shared(info, numbers)), header.metadata(), "");
        } catch (IOException | MalformedFileException e) {
            return new PretrainedModel<>(resource, null, Map.of(), String.valueOf(e.getMessage()));
        }
    }

    /** The same, which fails if the resource doesn't name these classes. */
    public PretrainedModel<M> requireClasses(ClassNames classes) {
        if (model == null) {
            return this;
        }
        try {
            return ClassNames.in(metadata, resource).filter(classes::equals).isPresent()
                    ? this
                    : failed(Printable.of(resource) + " names other classes than when " + info().name()
                            + " was compiled with it: compile it again");
        } catch (InvalidFileException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private PretrainedModel<M> failed(String reason) {
        return new PretrainedModel<>(resource, null, Map.of(), reason);
    }

    private ModelInfo info() {
        return model().info();
    }

    /**
     * The model.
     *
     * @throws IllegalStateException if it couldn't be loaded
     */
    public M model() {
        if (model == null) {
            throw new IllegalStateException(failure);
        }
        return model;
    }

    /** The name of the resource. */
    public String resource() {
        return resource;
    }

    /**
     * The texts in the metadata of the resource, by name.
     *
     * @throws IllegalStateException if it couldn't be loaded
     */
    public Map<String, String> metadata() {
        model();
        return metadata;
    }
}
