package dev.longhand.processor.layer.embedding;

import dev.longhand.Shape;
import dev.longhand.processor.check.ArrayLimit;
import dev.longhand.processor.check.CountRule;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.InitializationRule;
import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.LayerContext;
import dev.longhand.processor.check.LayerResult;
import dev.longhand.processor.check.Message;
import java.util.Optional;

/** The rules of {@code @Embedding}. */
final class EmbeddingCheck implements LayerCheck<ResolvedEmbedding> {

    /** The largest integer up to which a float represents every integer. */
    private static final int LARGEST_VOCABULARY = 1 << 24;

    private static final InitializationRule WEIGHTS = InitializationRule.drawn("initializer", "initializerScale");

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Role role() {
        return Role.COMPUTES;
    }

    @Override
    public boolean keepsSteps() {
        return true;
    }

    @Override
    public LayerResult<ResolvedEmbedding> check(LayerContext layer) {
        Optional<Integer> vocabulary = checkVocabulary(layer);
        Optional<Integer> dimensions = CountRule.check(layer, "dimensions");
        Optional<Shape> input = checkInput(layer);
        Optional<Integer> size =
                vocabulary.flatMap(rows -> dimensions.flatMap(columns -> checkSize(layer, rows, columns)));
        Optional<Shape> output =
                input.flatMap(shape -> dimensions.flatMap(columns -> checkOutput(layer, shape, columns)));
        Optional<Initialization> weights = WEIGHTS.checkDistribution(layer);
        Optional<ResolvedEmbedding> embedding = size.isPresent() && output.isPresent() && weights.isPresent()
                ? Optional.of(new ResolvedEmbedding(
                        layer.name(),
                        input.orElseThrow(),
                        vocabulary.orElseThrow(),
                        dimensions.orElseThrow(),
                        weights.get()))
                : Optional.empty();
        return new LayerResult<>(embedding, output, size.orElse(0));
    }

    private static Optional<Integer> checkVocabulary(LayerContext layer) {
        Optional<Integer> vocabulary = CountRule.check(layer, "vocabulary");
        if (vocabulary.isPresent() && vocabulary.get() > LARGEST_VOCABULARY) {
            layer.problem(
                    Message.VOCABULARY_TOO_LARGE,
                    layer.attribute("vocabulary"),
                    layer.name(),
                    LARGEST_VOCABULARY,
                    vocabulary.get());
            return Optional.empty();
        }
        return vocabulary;
    }

    private Optional<Shape> checkInput(LayerContext layer) {
        Optional<Shape> input = layer.input();
        if (input.isPresent() && !input.get().isFlat()) {
            layer.problem(
                    Message.INPUT_NOT_FLAT, layer.name(), layer.annotation().name(), input.get());
            return Optional.empty();
        }
        if (input.isPresent() && !layer.readsData()) {
            layer.problem(
                    Message.EMBEDDING_OF_LAYER,
                    layer.name(),
                    layer.inputs().get(0).layer());
            return Optional.empty();
        }
        return input;
    }

    private static Optional<Integer> checkSize(LayerContext layer, int rows, int columns) {
        long size = (long) rows * columns;
        if (size > ArrayLimit.LENGTH) {
            layer.problem(
                    Message.EMBEDDING_TOO_LARGE,
                    layer.attribute("dimensions"),
                    layer.name(),
                    Shape.of(rows, columns),
                    size,
                    ArrayLimit.LENGTH / rows);
            return Optional.empty();
        }
        return Optional.of((int) size);
    }

    private static Optional<Shape> checkOutput(LayerContext layer, Shape input, int columns) {
        Shape output = Shape.of(input.last(), columns);
        if (ArrayLimit.isExceededBy(output)) {
            layer.problem(
                    Message.OUTPUT_TOO_LARGE,
                    layer.attribute("dimensions"),
                    layer.name(),
                    output,
                    ArrayLimit.LENGTH / input.last() + " dimensions");
            return Optional.empty();
        }
        return Optional.of(output);
    }
}
