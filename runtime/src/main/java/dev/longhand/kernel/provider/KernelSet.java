package dev.longhand.kernel.provider;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;

/** The kernels of all families for one team of threads. */
public record KernelSet(
        FunctionKernels functions,
        DenseKernels dense,
        ConvolutionKernels convolutions,
        PoolKernels pools,
        NormKernels norms,
        RecurrentKernels recurrence,
        EmbeddingKernels embeddings) {

    /** Kernels that read the packed weights of this source, where it has any. */
    public static KernelSet of(Team team, WeightSource weights) {
        return new KernelSet(
                KernelProvider.functions(team),
                KernelProvider.dense(team, weights),
                KernelProvider.convolutions(team, weights),
                KernelProvider.pools(team),
                KernelProvider.norms(team),
                KernelProvider.recurrence(team, weights),
                KernelProvider.embeddings(team));
    }
}
