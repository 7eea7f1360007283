package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;
import static dev.longhand.kernel.tiles.Body.store;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/**
 * The tiles of a pooled convolution's gradients along its runs, taps that are contiguous in the image: dW and dx of one
 * filter at the positions where dz isn't 0.
 */
final class RunTiles {

    private static final String PACKAGE = "dev.longhand.kernel.convolution.loops";

    private static final String DOC = """
            Tiles of the gradients of one filter of a pooled convolution, along the runs of its taps: {@code dw9} adds to 9
            vectors of dW in 3 runs, {@code dw3} to 3 in one run, {@code dx9} adds 9 vectors of W in 3 runs to dx.
            """;

    /** The vectors of a run. */
    private static final int RUN = 3;

    JavaFile file() {
        return new TileClass(PACKAGE, "VectorRunTiles", DOC)
                .length()
                .tile(method("dw9", "x", "at", true, "dw", "to", dw(3)))
                .tile(method("dw3", "x", "at", false, "dw", "to", dw(1)))
                .tile(method("dx9", "w", "w0", true, "dx", "at", dx(3)))
                .file();
    }

    /** dW += x at each position times its dz. */
    private static Body dw(int runs) {
        int sums = runs * RUN;
        Body body = list();
        if (runs > 1) {
            body.each(runs, r -> "int x" + r + " = at + runs[" + r + "]");
        }
        return body.each(sums, s -> load("s" + s, "dw", plus("to", s, "L")))
                .loop("for (int q = from; q < end; q++)")
                .line(runs > 1 ? "int position = positions[q]" : "int x0 = at + positions[q]")
                .line("FloatVector v = FloatVector.broadcast(S, values[q])")
                .each(sums, s -> {
                    String at = plus("x" + s / RUN + (runs > 1 ? " + position" : ""), s % RUN, "L");
                    return "s%d = v.fma(FloatVector.fromArray(S, x, %s), s%1$d)".formatted(s, at);
                })
                .end()
                .each(sums, s -> store("s" + s, "dw", plus("to", s, "L")));
    }

    /** dx at each position += W times its dz. */
    private static Body dx(int runs) {
        Body body = list().each(runs, r -> "int x" + r + " = at + runs[" + r + "]")
                .each(runs * RUN, i -> load("w" + i / RUN + i % RUN, "w", plus("w0", i, "L")))
                .loop("for (int q = from; q < end; q++)")
                .line("int position = positions[q]")
                .line("FloatVector v = FloatVector.broadcast(S, values[q])");
        for (int run = 0; run < runs; run++) {
            int r = run;
            body.line("int y$1L = x$1L + position", r)
                    .each(
                            RUN,
                            v -> "v.fma(w%d%d, FloatVector.fromArray(S, dx, %s)).intoArray(dx, %3$s)"
                                    .formatted(r, v, plus("y" + r, v, "L")));
        }
        return body.end();
    }

    /** Reads the positions and the values of dz that aren't 0. */
    private static Body list() {
        return new Body()
                .line("int[] positions = dz.positions")
                .line("float[] values = dz.values")
                .line("int from = dz.from(f)")
                .line("int end = dz.to(f)");
    }

    private static MethodSpec method(
            String name, String input, String at, boolean runs, String output, String to, Body body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addParameter(float[].class, input)
                .addParameter(int.class, at);
        if (runs) {
            method.addParameter(int[].class, "runs");
        }
        return method.addParameter(ClassName.get(PACKAGE, "NonZeroGradients"), "dz")
                .addParameter(int.class, "f")
                .addParameter(float[].class, output)
                .addParameter(int.class, to)
                .addCode(body.code())
                .build();
    }
}
