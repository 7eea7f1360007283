package dev.longhand.processor.plan;

import dev.longhand.Style;

/**
 * The rule of which style a layer is written in.
 *
 * <p>{@code AUTO} follows StyleBenchmark ({@code jmh --include StyleBenchmark}, see docs/performance.md):
 * two square layers, forward and backward, in µs on JDK 17, unrolled, by the plain kernels and by those of
 * the Vector API.
 *
 * <pre>
 *             4 samples                   32 samples
 *   layer     unrolled   plain   vector   unrolled   plain   vector
 *    8×8           0.4     1.0      0.7        2.8     4.7      2.7
 *   12×12          0.8     2.4      0.9        5.9     8.8      3.4
 *   16×16          1.3     2.9      0.7         12      12      2.2
 *   24×24          3.5     5.9      1.5         29      23      5.0
 *   32×32          5.3     4.9      2.1         44      20      6.6
 * </pre>
 *
 * <p>A network is compiled once and has to run well with both kinds of kernels. At 12×12 unrolled code is
 * one and a half to three times as fast as the plain ones and takes at worst 1.8 times as long as those of
 * the Vector API; beyond, it loses too much to these, on JDK 25 too. Loops, not shown, take longer
 * than unrolled code, in training steps and predictions of 4 and of 32 samples: in a network 7-16-3 1.4 to 1.6
 * times as long on JDK 17 and 1.2 to 1.3 times on JDK 25, at 12×12 3.4 to 4.0 and 1.5 to 2.0 times. HotSpot doesn't compile a method of more than 8,000 bytes of bytecode: it would run some twenty
 * times slower.
 */
public final class StyleRule {

    /** The most weights of an unrolled layer, 12×12; larger layers call kernels. */
    private static final int MAX_FAST_UNROLLED_WEIGHTS = 144;

    /**
     * The most weights that have a local variable each: more don't stay in registers. A loop over the inputs is at
     * least as fast, even where 3 units or 1 leave few sums independent; for 1 unit it's all that there is to write.
     */
    private static final int MAX_NAMED_WEIGHTS = 16;

    /** The most inputs or units, with a local variable each, where weights have none. */
    private static final int MAX_LOCALS = 32;

    /** The most units whose maximum is one expression of nested calls, which still reads well. */
    private static final int MAX_NESTED_UNITS = 4;

    /** Below this size a call of a kernel costs more than it saves. */
    private static final int MAX_LOOP = 32;

    /** Larger constants take an entry of the class file's constant pool each. */
    private static final int MAX_INLINE_CONSTANT = Short.MAX_VALUE;

    /** The entries of the constant pool for unrolled methods; the rest of its 65,535 entries are for names. */
    private static final int MAX_CONSTANTS = 20_000;

    private StyleRule() {}

    /**
     * Of a dense layer.
     *
     * @param declared what the network is declared with
     * @param constants the entries of the constant pool that are taken already
     * @param offset where its parameters begin
     */
    public static Style dense(Style declared, int in, int units, int constants, int offset) {
        long weights = (long) in * units;
        boolean canUnroll = fitsOneMethod(in, units) && constants + constants(in, units, offset) <= MAX_CONSTANTS;
        return switch (declared) {
            case AUTO -> {
                if (weights > MAX_FAST_UNROLLED_WEIGHTS) {
                    yield Style.KERNELS;
                }
                yield canUnroll ? Style.UNROLLED : units == 1 ? Style.LOOPS : Style.KERNELS;
            }
            case UNROLLED -> canUnroll ? Style.UNROLLED : Style.LOOPS;
            case LOOPS, KERNELS -> declared;
        };
    }

    /** Whether an unrolled layer has a local variable for each weight, or only for each z and each dx. */
    public static boolean namesWeights(int in, int units) {
        return (long) in * units <= MAX_NAMED_WEIGHTS;
    }

    /** Whether the largest z of so many units is one expression, or a variable that each unit may raise. */
    public static boolean nestsMaximum(int units) {
        return units <= MAX_NESTED_UNITS;
    }

    private static boolean fitsOneMethod(int in, int units) {
        return namesWeights(in, units) || units > 1 && Math.max(in, units) <= MAX_LOCALS;
    }

    /** The entries of the constant pool that the offsets of an unrolled layer take. */
    public static int constants(int in, int units, int offset) {
        int end = offset + in * units + units;
        int large = Math.max(0, end - Math.max(offset, MAX_INLINE_CONSTANT));
        // Otherwise where the layer begins and ends, where each input's weights begin, and each bias.
        return namesWeights(in, units) ? large : Math.min(large, 2 + in + units);
    }

    /** Of recurrent layers and embeddings, for which kernels are fastest at any size. */
    public static Style recurrent(Style declared) {
        return switch (declared) {
            case UNROLLED -> Style.LOOPS;
            case AUTO -> Style.KERNELS;
            case LOOPS, KERNELS -> declared;
        };
    }

    /** Of a step over each number, which is a loop at any size. */
    public static Style elementwise(Style declared, int size) {
        return switch (declared) {
            case AUTO -> size <= MAX_LOOP ? Style.LOOPS : Style.KERNELS;
            case UNROLLED -> Style.LOOPS;
            case LOOPS, KERNELS -> declared;
        };
    }

    /** Of convolution and pooling, which have too many windows to be unrolled. */
    public static Style windowed(Style declared) {
        return switch (declared) {
            case AUTO, KERNELS -> Style.KERNELS;
            case UNROLLED, LOOPS -> Style.LOOPS;
        };
    }
}
