package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.DenseTile.c;
import static dev.longhand.kernel.tiles.TileClass.VECTOR;
import static dev.longhand.kernel.tiles.TileClass.array;
import static dev.longhand.kernel.tiles.TileClass.number;
import static dev.longhand.kernel.tiles.TileClass.plus;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.SparseRows;
import java.util.List;
import java.util.stream.Stream;

/** The tiles of matrix products: A is a matrix or sparse, every row of C begins as the same row of numbers. */
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
            with a sparse A.
            """;

    JavaFile file() {
        List<FieldSpec> operands = List.of(
                FieldSpec.builder(Matrix.class, "a")
                        .initializer("new $T()", Matrix.class)
                        .build(),
                array(float[].class, "b"),
                number("b0"),
                number("bStride"),
                array(float[].class, "start"),
                number("start0"),
                array(float[].class, "c"),
                number("c0"),
                number("cStride"));
        List<MethodSpec> tiles = Stream.concat(
                        DENSE.stream().map(tile -> tile.method(this)),
                        SPARSE.stream().map(this::sparse))
                .toList();
        return TileClass.file("dev.longhand.kernel.matrix", "VectorProductTiles", DOC, operands, tiles);
    }

    @Override
    public CodeBlock locals(int rows) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("float[] av = a.values");
        if (rows > 1) {
            code.addStatement("int rowStride = a.rowStride");
        }
        return code.addStatement("int columnStride = a.columnStride")
                .addStatement("int depth = a.columns")
                .build();
    }

    @Override
    public CodeBlock start(int r, int v) {
        return r > 0
                ? CodeBlock.of(c(0, v))
                : CodeBlock.of("$T.fromArray(S, start, $L)", VECTOR, plus("start0 + column", v, "L"));
    }

    @Override
    public String loop() {
        return "for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride)";
    }

    @Override
    public CodeBlock column() {
        return CodeBlock.of("");
    }

    @Override
    public String a(int r) {
        return "av[" + plus("ak", r, "rowStride") + "]";
    }

    @Override
    public String row() {
        return "row";
    }

    private MethodSpec sparse(int vectors) {
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("char[] places = a.places").addStatement("float[] values = a.values");
        for (int v = 0; v < vectors; v++) {
            code.addStatement("$T $L = $L", VECTOR, c(0, v), start(0, v));
        }
        code.beginControlFlow("for (int q = a.from[row], end = a.to[row]; q < end; q++)")
                .addStatement("int bk = b0 + places[q] * bStride + column")
                .addStatement("$1T aVector = $1T.broadcast(S, values[q])", VECTOR);
        for (int v = 0; v < vectors; v++) {
            code.addStatement("$1L = aVector.fma($2T.fromArray(S, b, $3L), $1L)", c(0, v), VECTOR, plus("bk", v, "L"));
        }
        code.endControlFlow().addStatement("int to = c0 + row * cStride + column");
        for (int v = 0; v < vectors; v++) {
            code.addStatement("$L.intoArray(c, $L)", c(0, v), plus("to", v, "L"));
        }
        return MethodSpec.methodBuilder("sparse" + vectors)
                .addParameter(SparseRows.class, "a")
                .addParameter(int.class, "row")
                .addParameter(int.class, "column")
                .addCode(code.build())
                .build();
    }
}
