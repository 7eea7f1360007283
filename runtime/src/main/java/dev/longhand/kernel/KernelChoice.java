package dev.longhand.kernel;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which kernels this process runs; the answer never changes. */
enum KernelChoice {
    /** Loops that C2 vectorises by itself. */
    PLAIN,
    /** The Vector API. */
    VECTOR;

    /** Forces one of them: {@code plain} or {@code vector}. */
    static final String PROPERTY = "longhand.kernels";

    private static final @Nullable String ASKED = System.getProperty(PROPERTY);
    private static final boolean MODULE_IS_THERE = VectorModule.isThere();

    static {
        if (ASKED == null && !MODULE_IS_THERE) {
            System.getLogger("dev.longhand")
                    .log(
                            System.Logger.Level.INFO,
                            "Longhand runs its plain kernels; for faster ones start Java with --add-modules "
                                    + VectorModule.NAME);
        }
    }

    /**
     * What the property says, otherwise the fastest.
     *
     * @throws IllegalStateException if the property names kernels that can't be had
     */
    static KernelChoice chosen() {
        if (ASKED == null) {
            return MODULE_IS_THERE && VectorProduct.isWorthwhile() ? VECTOR : PLAIN;
        }
        return switch (ASKED.toLowerCase(Locale.ROOT)) {
            case "plain" -> PLAIN;
            case "vector" -> {
                if (!MODULE_IS_THERE) {
                    throw new IllegalStateException("-D" + PROPERTY
                            + "=vector needs the Vector API: start Java with --add-modules " + VectorModule.NAME);
                }
                yield VECTOR;
            }
            default ->
                throw new IllegalStateException(
                        "-D" + PROPERTY + "=" + ASKED + " is neither plain nor vector: leave it out for the fastest");
        };
    }

    /** New ones; vectors that were asked for by name from the first call on, else once they are fast. */
    RangeKernels create() {
        if (this == PLAIN) {
            return new PlainKernels();
        }
        return ASKED == null ? new VectorKernels(WarmUp.OF_VECTORS) : new VectorKernels();
    }

    Kernels create(Team team) {
        if (team.size() == 1) {
            return create();
        }
        RangeKernels[] members = new RangeKernels[team.size()];
        Arrays.setAll(members, member -> create());
        return new TeamKernels(team, members);
    }

    RangeRecurrence createRecurrence() {
        return new RangeRecurrence(createProduct());
    }

    RecurrentKernels createRecurrence(Team team) {
        if (team.size() == 1) {
            return createRecurrence();
        }
        RangeRecurrence[] members = new RangeRecurrence[team.size()];
        Arrays.setAll(members, member -> createRecurrence());
        return new TeamRecurrence(team, members);
    }

    private Product createProduct() {
        if (this == PLAIN) {
            return new PlainProduct();
        }
        return ASKED == null ? new WarmedProduct(WarmUp.OF_VECTORS) : new VectorProduct();
    }

    /** New ones for convolution, with the same choice. */
    RangeConvolutions createConvolutions() {
        if (this == PLAIN) {
            return new RangeConvolutions(new PlainPatches());
        }
        return new RangeConvolutions(ASKED == null ? new WarmedPatches(WarmUp.OF_PATCHES) : new VectorPatches());
    }

    ConvolutionKernels createConvolutions(Team team) {
        if (team.size() == 1) {
            return createConvolutions();
        }
        RangeConvolutions[] members = new RangeConvolutions[team.size()];
        Arrays.setAll(members, member -> createConvolutions());
        return new TeamConvolutions(team, members);
    }
}
