package dev.longhand.processor.check;

import dev.longhand.Loss;
import dev.longhand.Style;
import java.util.List;

/**
 * A network that is right in every respect, its shapes inferred. Nothing of the compiler's types is
 * left in it.
 *
 * @param packageName the package of the declaration, empty for the unnamed one
 * @param declaration the declaration's name within its package: {@code Xor}, {@code Outer.Xor}
 * @param modelName the simple name of the class to write: {@code XorModel}, {@code Outer_XorModel}
 * @param isInterface whether the declaration is an interface, otherwise an abstract class
 * @param isPublic whether the model is to be public: as visible as its declaration
 * @param takenTypeNames simple names that mean types of the user's in the model
 * @param input the shape of one sample
 * @param layers the layers in source order, at least one
 * @param sources for each layer the indices of those that it reads; −1 is the data
 * @param loss the loss
 * @param labelSmoothing the ε of cross-entropy, otherwise 0
 * @param delta the δ of Huber's loss, otherwise 1
 * @param style how to write it
 */
public record ResolvedNetwork(
        String packageName,
        String declaration,
        String modelName,
        boolean isInterface,
        boolean isPublic,
        List<String> takenTypeNames,
        Shape input,
        List<ResolvedLayer> layers,
        List<List<Integer>> sources,
        Loss loss,
        float labelSmoothing,
        float delta,
        Style style) {

    /** Keeps copies of the lists. */
    public ResolvedNetwork {
        takenTypeNames = List.copyOf(takenTypeNames);
        layers = List.copyOf(layers);
        sources = sources.stream().map(List::copyOf).toList();
    }
}
