package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/** The tile of a convolution with few taps and pools of 4 pixels: the 4 sums of each pool, then their maximum. */
final class PoolTiles {

    /** The vectors of 0 to 3, which argmax has for the pixels of a pool. */
    static final List<String> PIXELS = List.of("zero", "one", "two", "three");

    private static final int TAPS = 9;

    private static final String DOC = """
            The tile of max (x ∗ W + b) over pools of 4 pixels whose sums have 9 terms: a vector of filters at all pools of
            an image, the weights in registers.
            """;

    JavaFile file() {
        return new TileClass("dev.longhand.kernel.convolution.loops", "VectorPoolTiles", DOC)
                .arrays(float[].class, "x", "p", "start", "a", "argmax")
                .arrays(int[].class, "taps", "pixels")
                .numbers("at", "w", "start0", "filters")
                .tile("tile" + TAPS, "filter", "to", body())
                .file();
    }

    private static Body body() {
        Body body = new Body()
                .line("float[] x = this.x")
                .line("float[] a = this.a")
                .line("float[] argmax = this.argmax")
                .line("int[] pixels = this.pixels")
                .line("int filters = this.filters")
                .line("int w = this.w + filter")
                .each(TAPS, t -> "int x" + t + " = at + taps[" + t + "]")
                .each(TAPS, t -> load("w" + t, "p", plus("w", t, "filters")))
                .line(load("b", "start", "start0 + filter"));
        pixels(body)
                .loop("for (int pixel = 0, end = to; pixel < pixels.length; pixel += 4, end += filters)")
                .each(4, i -> "int p" + i + " = pixels[" + plus("pixel", i) + "]")
                .each(4, i -> "FloatVector z" + i + " = " + sum(i, 0, "b"));
        for (int tap = 1; tap < TAPS; tap++) {
            int t = tap;
            body.each(4, i -> "z" + i + " = " + sum(i, t, "z" + i));
        }
        return body.line("$T larger1 = z1.compare($T.GT, z0)", TileClass.MASK, TileClass.OPERATORS)
                .line("$T larger3 = z3.compare($T.GT, z2)", TileClass.MASK, TileClass.OPERATORS)
                .line("FloatVector max01 = z0.blend(z1, larger1)")
                .line("FloatVector max23 = z2.blend(z3, larger3)")
                .line("FloatVector argmax01 = zero.blend(one, larger1)")
                .line("FloatVector argmax23 = two.blend(three, larger3)")
                .line("$T larger = max23.compare($T.GT, max01)", TileClass.MASK, TileClass.OPERATORS)
                .line("max01.blend(max23, larger).intoArray(a, end)")
                .line("argmax01.blend(argmax23, larger).intoArray(argmax, end)")
                .end();
    }

    /** Tap t of pixel i, added to {@code sum}. */
    private static String sum(int i, int t, String sum) {
        return "FloatVector.broadcast(S, x[x%d + p%d]).fma(w%1$d, %s)".formatted(t, i, sum);
    }

    /** Declares the {@link #PIXELS}. */
    static Body pixels(Body body) {
        return body.line("FloatVector zero = FloatVector.zero(S)")
                .each(3, i -> "FloatVector " + PIXELS.get(i + 1) + " = FloatVector.broadcast(S, " + (i + 1) + "f)");
    }
}
