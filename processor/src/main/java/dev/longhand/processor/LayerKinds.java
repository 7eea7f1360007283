package dev.longhand.processor;

import dev.longhand.processor.check.LayerRules;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.layer.LayerKind;
import dev.longhand.processor.layer.convolution.ConvolutionKinds;
import dev.longhand.processor.layer.dense.DenseKind;
import dev.longhand.processor.layer.embedding.EmbeddingKind;
import dev.longhand.processor.layer.merge.MergeKinds;
import dev.longhand.processor.layer.norm.NormKinds;
import dev.longhand.processor.layer.pointwise.PointwiseKinds;
import dev.longhand.processor.layer.pool.PoolKinds;
import dev.longhand.processor.layer.recurrent.RecurrentKinds;
import dev.longhand.processor.layer.reshape.ReshapeKinds;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of layer, from its annotation through check, flow and plan to its emitter. A new kind adds a line. */
final class LayerKinds {

    /** All kinds. */
    static final List<LayerKind<?, ?>> ALL = List.of(
            DenseKind.DENSE,
            ConvolutionKinds.CONV2D,
            ConvolutionKinds.CONV1D,
            PoolKinds.MAX,
            PoolKinds.AVERAGE,
            PoolKinds.MAX_OF_SEQUENCES,
            PoolKinds.AVERAGE_OF_SEQUENCES,
            PoolKinds.GLOBAL_AVERAGE,
            PoolKinds.STOCHASTIC,
            NormKinds.BATCH_NORM,
            NormKinds.LAYER_NORM,
            RecurrentKinds.RNN,
            RecurrentKinds.GRU,
            RecurrentKinds.LSTM,
            EmbeddingKind.EMBEDDING,
            PointwiseKinds.ACTIVATE,
            PointwiseKinds.DROPOUT,
            PointwiseKinds.GAUSSIAN_NOISE,
            ReshapeKinds.INPUT,
            ReshapeKinds.FLATTEN,
            ReshapeKinds.RESHAPE,
            MergeKinds.ADD,
            MergeKinds.CONCAT,
            MergeKinds.MULTIPLY);

    private static final Map<Class<? extends Annotation>, LayerKind<?, ?>> BY_ANNOTATION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(LayerKind::annotation, Function.identity()));

    private LayerKinds() {}

    /** The qualified names of the annotations that declare layers. */
    static Set<String> annotations() {
        return BY_ANNOTATION.keySet().stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** The rules of every kind. */
    static LayerRules rules() {
        return new LayerRules(
                ALL.stream().collect(Collectors.toMap(kind -> kind.annotation().getSimpleName(), LayerKind::check)));
    }

    /** What flow asks of a layer. */
    static LayerDerivative derivative(ResolvedLayer layer) {
        return of(layer.annotation()).derivative(layer);
    }

    /** The plan of a layer. */
    static LayerPlan plan(ResolvedLayer layer, PlanContext context) {
        return of(layer.annotation()).plan(layer, context);
    }

    /** The emitter of a plan. */
    static LayerEmitter emitter(LayerPlan plan) {
        return of(plan.head().annotation()).emitter(plan);
    }

    private static LayerKind<?, ?> of(Class<? extends Annotation> annotation) {
        LayerKind<?, ?> kind = BY_ANNOTATION.get(annotation);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of layer for @" + annotation.getSimpleName());
        }
        return kind;
    }
}
