package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.plus;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/** The tiles of convolutions: A is the patches of an image, found by index tables; each row of C has its own start. */
final class PatchTiles implements DenseTile.Operands {

    private static final List<DenseTile> TILES = List.of(
            new DenseTile(5, 4),
            new DenseTile(1, 4),
            new DenseTile(6, 3),
            new DenseTile(1, 3),
            new DenseTile(10, 2),
            new DenseTile(5, 2),
            new DenseTile(1, 2),
            new DenseTile(14, 1),
            new DenseTile(7, 1),
            new DenseTile(1, 1));

    private static final String DOC = """
            Tiles of C = start + A·B, where A's element in row r and column k is {@code x[at + rows[r] + columns[k]]}:
            {@code tile5x4} computes 5 rows of 4 vectors. The row {@code first} of A is the first one of start and C.
            """;

    JavaFile file() {
        TileClass tiles = new TileClass("dev.longhand.kernel.convolution.loops", "VectorPatchTiles", DOC)
                .length()
                .arrays(float[].class, "x", "b", "start", "c")
                .arrays(int[].class, "rows", "columns")
                .numbers("at", "first", "b0", "bStride", "start0", "startStride", "c0", "cStride");
        TILES.forEach(tile -> tiles.tile(tile.name(), "row", "column", tile.body(this)));
        return tiles.file();
    }

    @Override
    public void declare(Body body, int rows) {
        body.line("float[] x = this.x")
                .line("float[] b = this.b")
                .line("int[] columns = this.columns")
                .line("int bStride = this.bStride")
                .each(rows, r -> "int x" + r + " = at + rows[" + plus("row", r) + "]")
                .line("int from = start0 + (row - first) * startStride + column");
    }

    @Override
    public String start(int r, int v) {
        return "FloatVector.fromArray(S, start, " + plus(plus("from", r, "startStride"), v, "L") + ")";
    }

    @Override
    public void loop(Body body) {
        body.loop("for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride)")
                .line("int tap = columns[k]");
    }

    @Override
    public String a(int r) {
        return "x[x" + r + " + tap]";
    }

    @Override
    public String row() {
        return "(row - first)";
    }
}
