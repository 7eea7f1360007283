package dev.longhand.processor.plan;

import dev.longhand.Shape;
import dev.longhand.Style;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * What the plan of every layer has.
 *
 * @param index counted from 0
 * @param names what it's called
 * @param formula what it computes: {@code a = relu(x·W + b)}
 * @param reads the layers that it reads
 * @param output the shape of one sample of its output
 * @param style how its methods are written; never AUTO
 * @param parameters its parameters in storage order
 */
public record LayerHead(
        int index,
        LayerNames names,
        String formula,
        LayerReads reads,
        Shape output,
        Style style,
        List<ParameterPlan> parameters) {

    public LayerHead {
        parameters = List.copyOf(parameters);
    }

    /** The annotation that declares it. */
    public Class<? extends Annotation> annotation() {
        return names.annotation();
    }

    /** Its name as declared. */
    public String name() {
        return names.name();
    }

    /** The constant of its index: {@code HIDDEN_1}. */
    public String constant() {
        return names.constant();
    }

    /** What its methods' names end in: {@code Hidden1}. */
    public String suffix() {
        return names.suffix();
    }

    /** The simple name of its annotation. */
    public String kind() {
        return names.kind();
    }

    /** The indices of the layers that it reads; −1 is the data. */
    public List<Integer> sources() {
        return reads.sources();
    }

    /** The input shapes, one for each layer that it reads. */
    public List<Shape> inputs() {
        return reads.shapes();
    }

    /** The number of parameters in all. */
    public int parameterCount() {
        return parameters.stream().mapToInt(ParameterPlan::size).sum();
    }

    /** Whether it reads the layer before it and no other. */
    public boolean readsTheOneBefore() {
        return sources().equals(List.of(index - 1));
    }
}
