package dev.longhand.processor;

import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.Input;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Reshape;
import dev.longhand.processor.check.LayerRules;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.layer.convolution.Conv2dCheck;
import dev.longhand.processor.layer.convolution.ConvolutionEmitter;
import dev.longhand.processor.layer.convolution.ConvolutionFormulas;
import dev.longhand.processor.layer.convolution.ConvolutionPlan;
import dev.longhand.processor.layer.convolution.ResolvedConv2d;
import dev.longhand.processor.layer.dense.DenseCheck;
import dev.longhand.processor.layer.dense.DenseEmitter;
import dev.longhand.processor.layer.dense.DenseFormulas;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.dense.ResolvedDense;
import dev.longhand.processor.layer.embedding.EmbeddingCheck;
import dev.longhand.processor.layer.embedding.EmbeddingEmitter;
import dev.longhand.processor.layer.embedding.EmbeddingFormulas;
import dev.longhand.processor.layer.embedding.EmbeddingPlan;
import dev.longhand.processor.layer.embedding.ResolvedEmbedding;
import dev.longhand.processor.layer.merge.MergeCheck;
import dev.longhand.processor.layer.merge.MergeEmitter;
import dev.longhand.processor.layer.merge.MergeFormulas;
import dev.longhand.processor.layer.merge.MergePlan;
import dev.longhand.processor.layer.merge.ResolvedMerge;
import dev.longhand.processor.layer.norm.BatchNormCheck;
import dev.longhand.processor.layer.norm.BatchNormEmitter;
import dev.longhand.processor.layer.norm.BatchNormPlan;
import dev.longhand.processor.layer.norm.LayerNormCheck;
import dev.longhand.processor.layer.norm.LayerNormEmitter;
import dev.longhand.processor.layer.norm.LayerNormPlan;
import dev.longhand.processor.layer.norm.NormFormulas;
import dev.longhand.processor.layer.norm.ResolvedBatchNorm;
import dev.longhand.processor.layer.norm.ResolvedLayerNorm;
import dev.longhand.processor.layer.pointwise.ActivateCheck;
import dev.longhand.processor.layer.pointwise.ActivateEmitter;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.layer.pointwise.DropoutCheck;
import dev.longhand.processor.layer.pointwise.DropoutEmitter;
import dev.longhand.processor.layer.pointwise.DropoutPlan;
import dev.longhand.processor.layer.pointwise.GaussianNoiseCheck;
import dev.longhand.processor.layer.pointwise.GaussianNoiseEmitter;
import dev.longhand.processor.layer.pointwise.GaussianNoisePlan;
import dev.longhand.processor.layer.pointwise.PointwiseFormulas;
import dev.longhand.processor.layer.pointwise.ResolvedActivate;
import dev.longhand.processor.layer.pointwise.ResolvedDropout;
import dev.longhand.processor.layer.pointwise.ResolvedGaussianNoise;
import dev.longhand.processor.layer.pool.Pool2dCheck;
import dev.longhand.processor.layer.pool.PoolEmitter;
import dev.longhand.processor.layer.pool.PoolFormulas;
import dev.longhand.processor.layer.pool.PoolPlan;
import dev.longhand.processor.layer.pool.ResolvedPool2d;
import dev.longhand.processor.layer.recurrent.RecurrentCheck;
import dev.longhand.processor.layer.recurrent.RecurrentEmitter;
import dev.longhand.processor.layer.recurrent.RecurrentFormulas;
import dev.longhand.processor.layer.recurrent.RecurrentPlan;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import dev.longhand.processor.layer.reshape.FlattenCheck;
import dev.longhand.processor.layer.reshape.InputEmitter;
import dev.longhand.processor.layer.reshape.InputPartCheck;
import dev.longhand.processor.layer.reshape.InputPlan;
import dev.longhand.processor.layer.reshape.ReshapeCheck;
import dev.longhand.processor.layer.reshape.ReshapeFormulas;
import dev.longhand.processor.layer.reshape.ResolvedFlatten;
import dev.longhand.processor.layer.reshape.ResolvedInput;
import dev.longhand.processor.layer.reshape.ResolvedReshape;
import dev.longhand.processor.layer.reshape.ViewEmitter;
import dev.longhand.processor.layer.reshape.ViewPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of layer: its annotation, check, derivative, plan and emitter. A new kind adds a line. */
final class LayerKinds {

    /** All kinds. */
    static final List<LayerKind<?, ?>> ALL = List.of(
            new LayerKind<>(
                    Dense.class,
                    new DenseCheck(),
                    ResolvedDense.class,
                    DenseFormulas::derivative,
                    DensePlan::of,
                    DensePlan.class,
                    DenseEmitter::new),
            new LayerKind<>(
                    Activate.class,
                    new ActivateCheck(),
                    ResolvedActivate.class,
                    PointwiseFormulas::derivative,
                    ActivatePlan::of,
                    ActivatePlan.class,
                    ActivateEmitter::new),
            new LayerKind<>(
                    Dropout.class,
                    new DropoutCheck(),
                    ResolvedDropout.class,
                    PointwiseFormulas::derivative,
                    DropoutPlan::of,
                    DropoutPlan.class,
                    DropoutEmitter::new),
            new LayerKind<>(
                    GaussianNoise.class,
                    new GaussianNoiseCheck(),
                    ResolvedGaussianNoise.class,
                    PointwiseFormulas::derivative,
                    GaussianNoisePlan::of,
                    GaussianNoisePlan.class,
                    GaussianNoiseEmitter::new),
            new LayerKind<>(
                    Flatten.class,
                    new FlattenCheck(),
                    ResolvedFlatten.class,
                    ReshapeFormulas::view,
                    ViewPlan::of,
                    ViewPlan.class,
                    ViewEmitter::new),
            new LayerKind<>(
                    Reshape.class,
                    new ReshapeCheck(),
                    ResolvedReshape.class,
                    ReshapeFormulas::view,
                    ViewPlan::of,
                    ViewPlan.class,
                    ViewEmitter::new),
            new LayerKind<>(
                    Input.class,
                    new InputPartCheck(),
                    ResolvedInput.class,
                    ReshapeFormulas::derivative,
                    InputPlan::of,
                    InputPlan.class,
                    InputEmitter::new),
            new LayerKind<>(
                    BatchNorm.class,
                    new BatchNormCheck(),
                    ResolvedBatchNorm.class,
                    NormFormulas::derivative,
                    BatchNormPlan::of,
                    BatchNormPlan.class,
                    BatchNormEmitter::new),
            new LayerKind<>(
                    LayerNorm.class,
                    new LayerNormCheck(),
                    ResolvedLayerNorm.class,
                    NormFormulas::derivative,
                    LayerNormPlan::of,
                    LayerNormPlan.class,
                    LayerNormEmitter::new),
            new LayerKind<>(
                    Conv2d.class,
                    new Conv2dCheck(),
                    ResolvedConv2d.class,
                    ConvolutionFormulas::derivative,
                    ConvolutionPlan::of,
                    ConvolutionPlan.class,
                    ConvolutionEmitter::new),
            pool(ResolvedPool2d.Kind.MAX),
            pool(ResolvedPool2d.Kind.AVERAGE),
            pool(ResolvedPool2d.Kind.GLOBAL_AVERAGE),
            pool(ResolvedPool2d.Kind.STOCHASTIC),
            new LayerKind<>(
                    Embedding.class,
                    new EmbeddingCheck(),
                    ResolvedEmbedding.class,
                    EmbeddingFormulas::derivative,
                    EmbeddingPlan::of,
                    EmbeddingPlan.class,
                    EmbeddingEmitter::new),
            recurrent(Cell.RNN),
            recurrent(Cell.GRU),
            recurrent(Cell.LSTM),
            merge(ResolvedMerge.Kind.ADD),
            merge(ResolvedMerge.Kind.CONCAT),
            merge(ResolvedMerge.Kind.MULTIPLY));

    private static final Map<Class<? extends Annotation>, LayerKind<?, ?>> BY_ANNOTATION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(LayerKind::annotation, Function.identity()));

    private LayerKinds() {}

    private static LayerKind<?, ?> pool(ResolvedPool2d.Kind kind) {
        return new LayerKind<>(
                kind.annotation(),
                new Pool2dCheck(kind),
                ResolvedPool2d.class,
                PoolFormulas::derivative,
                PoolPlan::of,
                PoolPlan.class,
                PoolEmitter::new);
    }

    private static LayerKind<?, ?> recurrent(Cell cell) {
        return new LayerKind<>(
                cell.annotation(),
                new RecurrentCheck(cell),
                ResolvedRecurrent.class,
                RecurrentFormulas::derivative,
                RecurrentPlan::of,
                RecurrentPlan.class,
                RecurrentEmitter::new);
    }

    private static LayerKind<?, ?> merge(ResolvedMerge.Kind kind) {
        return new LayerKind<>(
                kind.annotation(),
                new MergeCheck(kind),
                ResolvedMerge.class,
                MergeFormulas::derivative,
                MergePlan::of,
                MergePlan.class,
                MergeEmitter::new);
    }

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
