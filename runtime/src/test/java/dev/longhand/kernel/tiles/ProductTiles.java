package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;
import static dev.longhand.kernel.tiles.Body.store;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.SparseRows;
import java.util.List;

/** The tiles of matrix products: A is a matrix or sparse. */
final class ProductTiles implements DenseTile.Operands {

    private static final List<DenseTile> DENSE = List.of(
            new DenseTile(5, 4),
            new DenseTile(1, 4),
            new DenseTile(6, 3),
            new DenseTile(1, 3),
            new DenseTile(8, 1),
            new DenseTile(1, 1));

    private static final List<Integer> SPARSE = List.of(4, 3, 1);

    private static final String DOC = """
            Tiles of C = start + A·B: {@code tile5x4} computes 5 rows of 4 vectors, {@code sparse4} one row of 4 vectors
            with a sparse A. With a stride of 0 all rows start from the same values, except those of a sparse A, which
            always do.
            """;

    JavaFile file() {
        TileClass tiles = new TileClass("dev.longhand.kernel.matrix", "VectorProductTiles", DOC)
                .length()
                .field(FieldSpec.builder(Matrix.class, "a")
                        .initializer("new Matrix()")
                        .build())
                .arrays(float[].class, "b", "start", "c")
                .numbers("b0", "bStride", "start0", "startStride", "c0", "cStride");
        DENSE.forEach(tile -> tiles.tile(tile.name(), "row", "column", tile.body(this)));
        SPARSE.forEach(vectors -> tiles.tile(sparse(vectors)));
        return tiles.file();
    }

    @Override
    public void declare(Body body, int rows) {
        body.line("float[] av = a.values");
        if (rows > 1) {
            body.line("int rowStride = a.rowStride");
        }
        body.line("int columnStride = a.columnStride")
                .line("int depth = a.columns")
                .line("int from = start0 + row * startStride + column");
    }

    @Override
    public String start(int r, int v) {
        return "FloatVector.fromArray(S, start, " + plus(plus("from", r, "startStride"), v, "L") + ")";
    }

    @Override
    public void loop(Body body) {
        body.loop(
                "for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride)");
    }

    @Override
    public String a(int r) {
        return "av[" + plus("ak", r, "rowStride") + "]";
    }

    @Override
    public String row() {
        return "row";
    }

    private static MethodSpec sparse(int vectors) {
        Body body = new Body()
                .line("char[] columnIndices = a.columnIndices")
                .line("float[] values = a.values")
                .each(vectors, v -> load("y" + v, "start", plus("start0 + column", v, "L")))
                .loop("for (int q = a.from[row], end = a.to[row]; q < end; q++)")
                .line("int bk = b0 + columnIndices[q] * bStride + column")
                .line("FloatVector x = FloatVector.broadcast(S, values[q])")
                .each(
                        vectors,
                        v -> "y%d = x.fma(FloatVector.fromArray(S, b, %s), y%1$d)".formatted(v, plus("bk", v, "L")))
                .end()
                .line("int to = c0 + row * cStride + column")
                .each(vectors, v -> store("y" + v, "c", plus("to", v, "L")));
        return MethodSpec.methodBuilder("sparse" + vectors)
                .addParameter(SparseRows.class, "a")
                .addParameter(int.class, "row")
                .addParameter(int.class, "column")
                .addCode(body.code())
                .build();
    }
}
