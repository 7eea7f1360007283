package dev.longhand.kernel;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which kernels this process runs, chosen once. */
enum KernelChoice {
    /** Loops that C2 vectorises by itself. */
    PLAIN,
    /** The Vector API. */
    VECTOR;

    /** Forces one of them: {@code plain} or {@code vector}. */
    static final String PROPERTY = "longhand.kernels";

    private static final String MODULE = "jdk.incubator.vector";

    /** What the property says, otherwise the fastest. */
    static final KernelChoice CHOSEN = choose(System.getProperty(PROPERTY), vectorsAreThere());

    RangeKernels create() {
        return this == PLAIN ? new PlainKernels() : new VectorKernels();
    }

    Kernels create(Team team) {
        if (team.size() == 1) {
            return create();
        }
        RangeKernels[] members = new RangeKernels[team.size()];
        Arrays.setAll(members, member -> create());
        return new TeamKernels(team, members);
    }

    static KernelChoice choose(@Nullable String asked, boolean vectorsAreThere) {
        if (asked == null) {
            if (!vectorsAreThere) {
                System.getLogger("dev.longhand")
                        .log(
                                System.Logger.Level.INFO,
                                "Longhand runs its plain kernels; for faster ones start Java with --add-modules "
                                        + MODULE);
            }
            return vectorsAreThere ? VECTOR : PLAIN;
        }
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "plain" -> PLAIN;
            case "vector" -> {
                if (!vectorsAreThere) {
                    throw new IllegalStateException(
                            "-D" + PROPERTY + "=vector needs the Vector API: start Java with --add-modules " + MODULE);
                }
                yield VECTOR;
            }
            default ->
                throw new IllegalStateException(
                        "-D" + PROPERTY + "=" + asked + " is neither plain nor vector: leave it out for the fastest");
        };
    }

    private static boolean vectorsAreThere() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && VectorProduct.isWorthwhile();
    }
}
