package dev.longhand.processor.emit;

import dev.longhand.processor.layer.convolution.ConvolutionEmitter;
import dev.longhand.processor.layer.convolution.ConvolutionPlan;
import dev.longhand.processor.layer.dense.DenseEmitter;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.embedding.EmbeddingEmitter;
import dev.longhand.processor.layer.embedding.EmbeddingPlan;
import dev.longhand.processor.layer.merge.MergeEmitter;
import dev.longhand.processor.layer.merge.MergePlan;
import dev.longhand.processor.layer.norm.BatchNormEmitter;
import dev.longhand.processor.layer.norm.BatchNormPlan;
import dev.longhand.processor.layer.norm.LayerNormEmitter;
import dev.longhand.processor.layer.norm.LayerNormPlan;
import dev.longhand.processor.layer.pointwise.ActivateEmitter;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.layer.pointwise.DropoutEmitter;
import dev.longhand.processor.layer.pointwise.DropoutPlan;
import dev.longhand.processor.layer.pointwise.GaussianNoiseEmitter;
import dev.longhand.processor.layer.pointwise.GaussianNoisePlan;
import dev.longhand.processor.layer.pool.PoolEmitter;
import dev.longhand.processor.layer.pool.PoolPlan;
import dev.longhand.processor.layer.recurrent.RecurrentEmitter;
import dev.longhand.processor.layer.recurrent.RecurrentPlan;
import dev.longhand.processor.layer.reshape.SliceEmitter;
import dev.longhand.processor.layer.reshape.SlicePlan;
import dev.longhand.processor.plan.LayerPlan;
import java.util.Optional;

/** The emitter of every kind of layer. */
final class LayerEmitters {

    private LayerEmitters() {}

    /** The emitter of a layer, unless there is nothing to print of it; a new kind adds a line. */
    static Optional<LayerEmitter> of(LayerPlan layer) {
        if (layer.isView() || layer.doneBy().isPresent()) {
            return Optional.empty();
        } else if (layer instanceof DensePlan dense) {
            return Optional.of(new DenseEmitter(dense));
        } else if (layer instanceof ConvolutionPlan convolution) {
            return Optional.of(new ConvolutionEmitter(convolution));
        } else if (layer instanceof PoolPlan pool) {
            return Optional.of(new PoolEmitter(pool));
        } else if (layer instanceof ActivatePlan activate) {
            return Optional.of(new ActivateEmitter(activate));
        } else if (layer instanceof DropoutPlan dropout) {
            return Optional.of(new DropoutEmitter(dropout));
        } else if (layer instanceof GaussianNoisePlan noise) {
            return Optional.of(new GaussianNoiseEmitter(noise));
        } else if (layer instanceof BatchNormPlan norm) {
            return Optional.of(new BatchNormEmitter(norm));
        } else if (layer instanceof LayerNormPlan norm) {
            return Optional.of(new LayerNormEmitter(norm));
        } else if (layer instanceof SlicePlan slice) {
            return Optional.of(new SliceEmitter(slice));
        } else if (layer instanceof MergePlan join) {
            return Optional.of(new MergeEmitter(join));
        } else if (layer instanceof RecurrentPlan recurrent) {
            return Optional.of(new RecurrentEmitter(recurrent));
        } else if (layer instanceof EmbeddingPlan embedding) {
            return Optional.of(new EmbeddingEmitter(embedding));
        }
        throw new AssertionError(layer);
    }
}
