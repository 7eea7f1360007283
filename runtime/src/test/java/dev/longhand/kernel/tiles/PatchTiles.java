package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.TileClass.VECTOR;
import static dev.longhand.kernel.tiles.TileClass.array;
import static dev.longhand.kernel.tiles.TileClass.number;
import static dev.longhand.kernel.tiles.TileClass.plus;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import java.util.List;

/** The tiles of convolutions: A is the patches of an image, which index tables find; each row of C has its start. */
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
        List<FieldSpec> operands = List.of(
                array(float[].class, "x"),
                number("at"),
                array(int[].class, "rows"),
                number("first"),
                array(int[].class, "columns"),
                array(float[].class, "b"),
                number("b0"),
                number("bStride"),
                array(float[].class, "start"),
                number("start0"),
                number("startStride"),
                array(float[].class, "c"),
                number("c0"),
                number("cStride"));
        return TileClass.file(
                "dev.longhand.kernel.convolution",
                "VectorPatchTiles",
                DOC,
                operands,
                TILES.stream().map(tile -> tile.method(this)).toList());
    }

    @Override
    public CodeBlock locals(int rows) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("float[] x = this.x")
                .addStatement("float[] b = this.b")
                .addStatement("int[] columns = this.columns")
                .addStatement("int bStride = this.bStride");
        for (int r = 0; r < rows; r++) {
            code.addStatement("int x$L = at + rows[$L]", r, r == 0 ? "row" : "row + " + r);
        }
        return code.addStatement("int from = start0 + $L * startStride + column", row())
                .build();
    }

    @Override
    public CodeBlock start(int r, int v) {
        return CodeBlock.of("$T.fromArray(S, start, $L)", VECTOR, plus(plus("from", r, "startStride"), v, "L"));
    }

    @Override
    public String loop() {
        return "for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride)";
    }

    @Override
    public CodeBlock column() {
        return CodeBlock.builder().addStatement("int tap = columns[k]").build();
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
