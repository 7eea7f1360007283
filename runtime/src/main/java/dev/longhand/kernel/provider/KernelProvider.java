package dev.longhand.kernel.provider;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.convolution.ParallelConvolutions;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLoops;
import dev.longhand.kernel.dense.ParallelDense;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.ProductWarmUp;
import dev.longhand.kernel.matrix.TieredProduct;
import dev.longhand.kernel.matrix.VectorProduct;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.ParallelNorms;
import dev.longhand.kernel.pool.ParallelPools;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.recurrent.ParallelRecurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequentialRecurrence;
import dev.longhand.kernel.team.Team;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between plain and vector kernels, once for a process, and makes them. Both give the same bits.
 *
 * <p>Vector kernels need the module {@code jdk.incubator.vector}. If the system property {@value #PROPERTY} asks for
 * them by name, they run from the first call; otherwise plain kernels run until HotSpot's C2 has compiled the vector
 * ones.
 */
public final class KernelProvider {

    /** The system property that forces one of them: {@code plain} or {@code vector}. */
    public static final String PROPERTY = "longhand.kernels";

    private static final @Nullable String ASKED = System.getProperty(PROPERTY);
    private static final boolean HAS_MODULE = VectorModule.isThere();

    /** How kernels run. */
    private enum Kind {
        /** Loops that C2 vectorises by itself. */
        PLAIN,
        /** The Vector API from the first call. */
        VECTOR,
        /** Plain loops until C2 has compiled those of the Vector API. */
        TIERED
    }

    static {
        System.getLogger("dev.longhand").log(System.Logger.Level.DEBUG, () -> "kernels: " + description());
    }

    private KernelProvider() {}

    /**
     * @throws IllegalStateException if the property names kernels that can't run
     */
    private static Kind kind() {
        if (ASKED == null) {
            return HAS_MODULE && VectorProduct.isWorthwhile() ? Kind.TIERED : Kind.PLAIN;
        }
        return switch (ASKED.toLowerCase(Locale.ROOT)) {
            case "plain" -> Kind.PLAIN;
            case "vector" -> {
                if (!HAS_MODULE) {
                    throw new IllegalStateException("-D" + PROPERTY
                            + "=vector needs the Vector API: start Java with --add-modules " + VectorModule.NAME);
                }
                yield Kind.VECTOR;
            }
            default ->
                throw new IllegalStateException(
                        "-D" + PROPERTY + "=" + ASKED + " is neither plain nor vector: leave it out for the fastest");
        };
    }

    /** Which kernels run, and why, in one line. */
    public static String description() {
        if (ASKED != null) {
            return ASKED.toLowerCase(Locale.ROOT) + ", as -D" + PROPERTY + " says";
        }
        if (!HAS_MODULE) {
            return "plain; start Java with --add-modules " + VectorModule.NAME + " for faster ones";
        }
        return VectorProduct.isWorthwhile()
                ? "vector, after a warm-up on plain ones"
                : "plain, because this processor's vectors hold fewer than 4 floats";
    }

    /** The loops of dense layers, large jobs split among the members of a team. */
    public static DenseKernels dense(Team team) {
        return team.size() == 1
                ? new DenseLoops(product())
                : new ParallelDense(
                        team, members(team, member -> new DenseLoops(product())).toArray(DenseLoops[]::new));
    }

    /** The loops of convolutions, large jobs split among the members of a team. */
    public static ConvolutionKernels convolutions(Team team) {
        return switch (kind()) {
            case PLAIN -> ParallelConvolutions.plain(team);
            case VECTOR -> ParallelConvolutions.vector(team);
            case TIERED -> ParallelConvolutions.tiered(team);
        };
    }

    /** The loops of pooling, large jobs split among the members of a team. */
    public static PoolKernels pools(Team team) {
        return new ParallelPools(team);
    }

    /** The loops of normalizations, large jobs split among the members of a team. */
    public static NormKernels norms(Team team) {
        return new ParallelNorms(team);
    }

    /** The loops of recurrent layers, large jobs split among the members of a team. */
    public static RecurrentKernels recurrence(Team team) {
        return team.size() == 1
                ? new SequentialRecurrence(product())
                : new ParallelRecurrence(
                        team,
                        members(team, member -> new SequentialRecurrence(product()))
                                .toArray(SequentialRecurrence[]::new));
    }

    private static <T> Stream<T> members(Team team, IntFunction<T> make) {
        return IntStream.range(0, team.size()).mapToObj(make);
    }

    private static Product product() {
        return switch (kind()) {
            case PLAIN -> new PlainProduct();
            case VECTOR -> new VectorProduct();
            case TIERED -> new TieredProduct(ProductWarmUp.OF_PROCESS);
        };
    }
}
