package dev.longhand.kernel.provider;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.convolution.loops.ParallelConvolutions;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.loops.ParallelDense;
import dev.longhand.kernel.embedding.EmbeddingKernels;
import dev.longhand.kernel.embedding.loops.ParallelEmbeddings;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.FusedMultiplyAdd;
import dev.longhand.kernel.function.loops.ParallelFunctions;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.loops.ParallelNorms;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.loops.ParallelPools;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.loops.ParallelRecurrence;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses once per process whether kernels are plain or use the Vector API, and creates them. Both give the same bits.
 *
 * <p>Vector kernels need the module {@code jdk.incubator.vector}. If the system property {@value #PROPERTY} demands
 * them, they run from the first call on; otherwise plain kernels run until HotSpot's C2 has compiled the vector ones.
 */
public final class KernelProvider {

    /** The system property that forces plain or vector kernels: {@code plain} or {@code vector}. */
    public static final String PROPERTY = "longhand.kernels";

    private static final Choice CHOICE = withoutInstruction(choose(System.getProperty(PROPERTY)));

    static {
        System.Logger logger = System.getLogger("dev.longhand");
        if (CHOICE.warning != null) {
            logger.log(System.Logger.Level.WARNING, CHOICE.warning);
        }
        logger.log(System.Logger.Level.DEBUG, () -> "kernels: " + description());
    }

    /** How kernels run. */
    private enum Kind {
        /** Loops that C2 vectorizes. */
        PLAIN,
        /** The Vector API from the first call on. */
        VECTOR,
        /** Plain loops until C2 has compiled those of the Vector API. */
        TIERED,
        /** Not at all: the property has no valid value. */
        NONE
    }

    /**
     * Which kernels run.
     *
     * @param description which they are and why, in one line; why there are none for {@link Kind#NONE}
     * @param warning what is wrong with this Java, or null
     */
    private record Choice(
            Kind kind, String description, @Nullable String warning) {

        Choice(Kind kind, String description) {
            this(kind, description, null);
        }
    }

    private KernelProvider() {}

    /** Plain kernels where fused multiply-adds have no instruction; those of the Vector API only if demanded. */
    private static Choice withoutInstruction(Choice choice) {
        if (FusedMultiplyAdd.HAS_INSTRUCTION || choice.kind == Kind.NONE) {
            return choice;
        }
        String cause = String.format(
                Locale.ROOT,
                "Math.fma takes %.1f µs here, because Java doesn't use an FMA instruction",
                FusedMultiplyAdd.NANOS / 1_000);
        String remedy = ". Use a processor or an emulator with FMA, a JVM that uses it, and no -XX:-UseFMA";
        return choice.kind == Kind.VECTOR
                ? new Choice(
                        Kind.VECTOR,
                        choice.description,
                        cause + ": vector kernels may be hundreds of times slower" + remedy)
                : new Choice(
                        Kind.PLAIN,
                        "plain, fused multiply-adds in double: " + cause,
                        cause + ": networks compute the same in double, which is several times slower" + remedy);
    }

    private static Choice choose(@Nullable String property) {
        boolean hasModule = VectorModule.isThere();
        if (property == null) {
            if (!hasModule) {
                return new Choice(
                        Kind.PLAIN, "plain; start Java with --add-modules " + VectorModule.NAME + " for faster ones");
            }
            return VectorProduct.isWorthwhile()
                    ? new Choice(Kind.TIERED, "vector, after a warm-up on plain ones")
                    : new Choice(Kind.PLAIN, "plain, because this processor's vectors hold fewer than 4 floats");
        }
        String kernels = property.toLowerCase(Locale.ROOT);
        String reason = kernels + ", as -D" + PROPERTY + " says";
        return switch (kernels) {
            case "plain" -> new Choice(Kind.PLAIN, reason);
            case "vector" ->
                hasModule
                        ? new Choice(Kind.VECTOR, reason)
                        : new Choice(
                                Kind.NONE,
                                "-D" + PROPERTY + "=vector needs the Vector API: start Java with --add-modules "
                                        + VectorModule.NAME);
            default ->
                new Choice(
                        Kind.NONE,
                        "-D" + PROPERTY + "=" + property
                                + " is neither plain nor vector: leave it out for the fastest");
        };
    }

    /** Which kernels run, and why, in one line. */
    public static String description() {
        return CHOICE.description;
    }

    /**
     * Makes sure that there are kernels to run.
     *
     * @throws IllegalStateException if the system property asks for ones that can't run
     */
    static void requireKernels() {
        if (CHOICE.kind == Kind.NONE) {
            throw new IllegalStateException(CHOICE.description);
        }
    }

    /** The kernels of activation functions, large jobs split among the members of a team. */
    public static FunctionKernels functions(Team team) {
        return new ParallelFunctions(team);
    }

    /** The kernels of dense layers, large jobs split among the members of a team. */
    public static DenseKernels dense(Team team, WeightSource weights) {
        return new ParallelDense(team, () -> product(weights));
    }

    /** The kernels of convolutions, large jobs split among the members of a team. */
    public static ConvolutionKernels convolutions(Team team, WeightSource weights) {
        return switch (CHOICE.kind) {
            case PLAIN -> ParallelConvolutions.plain(team, weights);
            case VECTOR -> ParallelConvolutions.vector(team);
            case TIERED -> ParallelConvolutions.tiered(team);
            case NONE -> throw new IllegalStateException(CHOICE.description);
        };
    }

    /** The kernels of pooling, large jobs split among the members of a team. */
    public static PoolKernels pools(Team team) {
        return new ParallelPools(team);
    }

    /** The kernels of normalizations, large jobs split among the members of a team. */
    public static NormKernels norms(Team team) {
        return switch (CHOICE.kind) {
            case PLAIN -> ParallelNorms.plain(team);
            case VECTOR -> ParallelNorms.vector(team);
            case TIERED -> ParallelNorms.tiered(team);
            case NONE -> throw new IllegalStateException(CHOICE.description);
        };
    }

    /** The kernels of recurrent layers, large jobs split among the members of a team. */
    public static RecurrentKernels recurrence(Team team, WeightSource weights) {
        return switch (CHOICE.kind) {
            case PLAIN -> ParallelRecurrence.plain(team, weights);
            case VECTOR -> ParallelRecurrence.vector(team, weights);
            case TIERED -> ParallelRecurrence.tiered(team, weights);
            case NONE -> throw new IllegalStateException(CHOICE.description);
        };
    }

    /** The kernels of embeddings, large jobs split among the members of a team. */
    public static EmbeddingKernels embeddings(Team team) {
        return ParallelEmbeddings.of(team);
    }

    private static Product product(WeightSource weights) {
        return switch (CHOICE.kind) {
            case PLAIN -> new PlainProduct(weights);
            case VECTOR -> new VectorProduct(weights);
            case TIERED -> new TieredProduct(ProductWarmUp.OF_PROCESS, weights);
            case NONE -> throw new IllegalStateException(CHOICE.description);
        };
    }
}
