package dev.longhand.kernel.provider;

import dev.longhand.kernel.KernelDecorator;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of all families for one team of threads. Each is created when it's first used, so that a program needs the
 * classes of the families of its network only. For one thread at a time.
 */
public final class KernelSet {

    private final Team team;
    private final WeightSource weights;
    private final @Nullable KernelDecorator decorator;
    private @Nullable FunctionKernels functions;
    private @Nullable DenseKernels dense;
    private @Nullable ConvolutionKernels convolutions;
    private @Nullable PoolKernels pools;
    private @Nullable NormKernels norms;
    private @Nullable RecurrentKernels recurrence;
    private @Nullable EmbeddingKernels embeddings;

    private KernelSet(Team team, WeightSource weights, @Nullable KernelDecorator decorator) {
        this.team = team;
        this.weights = weights;
        this.decorator = decorator;
    }

    /**
     * The kernels of a team.
     *
     * @param weights the packed weights that matrix products read
     * @param decorator what is called instead of them, if anything
     * @throws IllegalStateException if the system property asks for kernels that can't run
     */
    public static KernelSet of(Team team, WeightSource weights, @Nullable KernelDecorator decorator) {
        KernelProvider.requireKernels();
        return new KernelSet(team, weights, decorator);
    }

    private <T> T decorated(Class<T> type, T kernels) {
        return decorator == null ? kernels : decorator.decorate(type, kernels);
    }

    public FunctionKernels functions() {
        if (functions == null) {
            functions = decorated(FunctionKernels.class, KernelProvider.functions(team));
        }
        return functions;
    }

    public DenseKernels dense() {
        if (dense == null) {
            dense = decorated(DenseKernels.class, KernelProvider.dense(team, weights));
        }
        return dense;
    }

    public ConvolutionKernels convolutions() {
        if (convolutions == null) {
            convolutions = decorated(ConvolutionKernels.class, KernelProvider.convolutions(team, weights));
        }
        return convolutions;
    }

    public PoolKernels pools() {
        if (pools == null) {
            pools = decorated(PoolKernels.class, KernelProvider.pools(team));
        }
        return pools;
    }

    public NormKernels norms() {
        if (norms == null) {
            norms = decorated(NormKernels.class, KernelProvider.norms(team));
        }
        return norms;
    }

    public RecurrentKernels recurrence() {
        if (recurrence == null) {
            recurrence = decorated(RecurrentKernels.class, KernelProvider.recurrence(team, weights));
        }
        return recurrence;
    }

    public EmbeddingKernels embeddings() {
        if (embeddings == null) {
            embeddings = decorated(EmbeddingKernels.class, KernelProvider.embeddings(team));
        }
        return embeddings;
    }
}
