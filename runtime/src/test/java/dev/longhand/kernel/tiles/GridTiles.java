package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;
import static dev.longhand.kernel.tiles.Body.store;

import com.palantir.javapoet.JavaFile;

/**
 * The tiles of convolutions whose kernels have three adjacent columns, for one vector of filters: a number of the image
 * that is read once is multiplied by three weights, or by dz of three pixels.
 */
final class GridTiles {

    private static final String DOC = """
            Tiles of a convolution whose kernel has three adjacent columns, for one vector of filters.

            <p>{@code sum7} adds to the sums of 7 rows, which lie {@code sumStride} apart: that of column q at {@code (q + 2)·L}.
            The image begins at {@code at}, the weights at {@code w0}. Columns are read from left to right: column q is
            added to the sums of q − 2, q − 1 and q, kept in {@code a}, {@code b} and {@code c}.

            <p>{@code gradient} computes dW = start + Σ x·dz of 8 channels for three kernel columns, 24 rows of dW, over some
            pixels of the image.
            """;

    private static final int CHANNELS = 8;

    JavaFile file() {
        return new TileClass("dev.longhand.kernel.convolution.loops", "VectorGridTiles", DOC)
                .length()
                .arrays(float[].class, "x", "b", "sums", "dz", "start", "c")
                .arrays(int[].class, "pixels", "gradients")
                .numbers("rowStride", "rowDistance", "channels", "kernelRows", "firstColumn", "endColumn")
                .numbers("bStride", "sumStride", "firstPixel", "endPixel", "filters")
                .numbers("from", "startStride", "to", "cStride")
                .tile("sum7", "at", "w0", sum(7))
                .tile("sum3", "at", "w0", sum(3))
                .tile("gradient", "at", "column", gradient())
                .file();
    }

    private static Body sum(int rows) {
        Body body = new Body()
                .line("float[] x = this.x")
                .line("float[] w = b")
                .line("float[] sums = this.sums")
                .line("int channels = this.channels")
                .line("int bStride = this.bStride")
                .line("int endColumn = this.endColumn")
                .each(
                        rows,
                        r -> "int s" + r + " = "
                                + (r == 0 ? "0" : plus("", r, "sumStride").replace(" + ", "")))
                .loop("for (int i = 0; i < kernelRows; i++)")
                .line("int x0 = at + i * rowDistance + firstColumn * channels");
        for (int r = 1; r < rows; r++) {
            body.line("int x$L = x$L + rowStride", r, r - 1);
        }
        body.line("int step = channels * bStride")
                .line("int wi = w0 + 3 * i * step")
                .line("int q = firstColumn")
                .each(rows, r -> load("a" + r, "sums", "s" + r + " + q * L"))
                .each(rows, r -> load("b" + r, "sums", "s" + r + " + q * L + L"))
                .loop("for (; q < endColumn; q++)")
                .each(rows, r -> load("c" + r, "sums", "s" + r + " + q * L + 2 * L"))
                .loop("for (int k = 0, wk = wi; k < channels; k++, wk += bStride)")
                .line(load("w0k", "w", "wk"))
                .line(load("w1k", "w", "wk + step"))
                .line(load("w2k", "w", "wk + 2 * step"));
        for (int r = 0; r < rows; r++) {
            body.line((r == 0 ? "FloatVector " : "") + "v = FloatVector.broadcast(S, x[x$L + k])", r)
                    .line("c$1L = v.fma(w0k, c$1L)", r)
                    .line("b$1L = v.fma(w1k, b$1L)", r)
                    .line("a$1L = v.fma(w2k, a$1L)", r);
        }
        body.end();
        for (int r = 0; r < rows; r++) {
            body.line("a$1L.intoArray(sums, s$1L + q * L)", r)
                    .line("a$1L = b$1L", r)
                    .line("b$1L = c$1L", r)
                    .line("x$L += channels", r);
        }
        return body.end()
                .each(rows, r -> store("a" + r, "sums", "s" + r + " + q * L"))
                .each(rows, r -> store("b" + r, "sums", "s" + r + " + q * L + L"))
                .end();
    }

    private static Body gradient() {
        int sums = 3 * CHANNELS;
        Body body = new Body()
                .line("float[] x = this.x")
                .line("float[] dz = this.dz")
                .line("int[] pixels = this.pixels")
                .line("int[] gradients = this.gradients")
                .line("int filters = this.filters")
                .each(sums, i -> load("c" + i, "start", plus("from", i, "startStride")))
                .loop("for (int k = firstPixel; k < endPixel; k++)")
                .line("int xk = at + pixels[k]")
                .line("int dk = column + gradients[k]")
                .line(load("d2", "dz", "dk"))
                .line(load("d1", "dz", "dk + filters"))
                .line(load("d0", "dz", "dk + 2 * filters"));
        for (int channel = 0; channel < CHANNELS; channel++) {
            body.line(
                    (channel == 0 ? "FloatVector " : "") + "v = FloatVector.broadcast(S, x[$L])", plus("xk", channel));
            for (int column = 0; column < 3; column++) {
                body.line("c$1L = v.fma(d$2L, c$1L)", column * CHANNELS + channel, column);
            }
        }
        return body.end().each(sums, i -> store("c" + i, "c", plus("to", i, "cStride")));
    }
}
