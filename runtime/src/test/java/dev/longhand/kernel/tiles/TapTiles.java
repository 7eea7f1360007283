package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;
import static dev.longhand.kernel.tiles.Body.store;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/** The tiles of dW of a convolution with pools of 4 pixels: some taps of one vector of filters, summed over the pools. */
final class TapTiles {

    private static final List<Integer> TAPS = List.of(9, 4, 1);

    private static final String DOC = """
            Tiles of dW of a convolution with pools of 4 pixels: {@code tile9} computes 9 taps of a vector of filters. In a
            pool, the pixel at its argmax has the pool's dz, the others have 0.
            """;

    JavaFile file() {
        TileClass tiles = new TileClass("dev.longhand.kernel.convolution.loops", "VectorTapTiles", DOC)
                .arrays(float[].class, "x", "dz", "argmax", "start", "dw")
                .arrays(int[].class, "taps", "pixels")
                .numbers("at", "firstTap", "filters", "first", "start0", "dw0");
        TAPS.forEach(taps -> tiles.tile("tile" + taps, "tap", "column", body(taps)));
        return tiles.file();
    }

    private static Body body(int taps) {
        Body body = new Body()
                .line("float[] x = this.x")
                .line("float[] dz = this.dz")
                .line("float[] argmax = this.argmax")
                .line("int[] pixels = this.pixels")
                .line("int filters = this.filters")
                .line("int from = first + column")
                .line("int begin = start0 + (tap - firstTap) * filters + column")
                .each(taps, t -> "int x" + t + " = at + taps[" + plus("tap", t) + "]")
                .each(taps, t -> load("s" + t, "start", plus("begin", t, "filters")));
        PoolTiles.pixels(body)
                .loop("for (int pixel = 0, q = from, end = pixels.length; pixel < end; pixel += 4, q += filters)")
                .line(load("d", "dz", "q"))
                .line(load("argmaxes", "argmax", "q"));
        for (int pixel = 0; pixel < 4; pixel++) {
            String number = PoolTiles.PIXELS.get(pixel);
            boolean first = pixel == 0;
            body.line(
                            "$Lv = zero.blend(d, argmaxes.compare($T.EQ, $L))",
                            first ? "FloatVector " : "",
                            TileClass.OPERATORS,
                            number)
                    .line("$Lposition = pixels[$L]", first ? "int " : "", plus("pixel", pixel))
                    .each(taps, t -> "s%d = v.fma(FloatVector.broadcast(S, x[x%1$d + position]), s%1$d)".formatted(t));
        }
        return body.end()
                .line("int to = dw0 + (tap - firstTap) * filters + column")
                .each(taps, t -> store("s" + t, "dw", plus("to", t, "filters")));
    }
}
