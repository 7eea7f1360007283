package dev.longhand.kernel.provider;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.team.Team;

/** The kernels of all families for one team of threads. */
public record KernelSet(
        FunctionKernels functions,
        DenseKernels dense,
        ConvolutionKernels convolutions,
        NormKernels norms,
        RecurrentKernels recurrence) {

    public static KernelSet of(Team team) {
        return new KernelSet(
                KernelProvider.functions(team),
                KernelProvider.dense(team),
                KernelProvider.convolutions(team),
                KernelProvider.norms(team),
                KernelProvider.recurrence(team));
    }
}
