package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.TileClass.VECTOR;
import static dev.longhand.kernel.tiles.TileClass.plus;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

/**
 * A tile of C = start + A·B: {@code rows} × {@code vectors} of C are summed over k in registers. Each vector of B that
 * is loaded serves all rows, each number of A all vectors.
 */
record DenseTile(int rows, int vectors) {

    /** How the tiles of a class read A and start, in Java: the row r and the vector v are those of the tile. */
    interface Operands {

        /** What is the same for all k. */
        CodeBlock locals(int rows);

        /** The vector of start at r and v; {@code c00} and its like are those of the rows before. */
        CodeBlock start(int r, int v);

        /** The head of the loop over k, in which {@code bk} is where the row k of B begins. */
        String loop();

        /** What is the same for all rows at one k. */
        CodeBlock column();

        /** The element of A in row r and column k. */
        String a(int r);

        /** The first row of C. */
        String row();
    }

    MethodSpec method(Operands operands) {
        CodeBlock.Builder code = CodeBlock.builder().add(operands.locals(rows));
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                code.addStatement("$T $L = $L", VECTOR, c(r, v), operands.start(r, v));
            }
        }
        code.beginControlFlow(operands.loop()).add(operands.column());
        for (int v = 0; v < vectors; v++) {
            code.addStatement("$1T w$2L = $1T.fromArray(S, b, $3L)", VECTOR, v, plus("bk", v, "L"));
        }
        for (int r = 0; r < rows; r++) {
            String type = r == 0 ? "FloatVector " : "";
            code.addStatement("$LaVector = $T.broadcast(S, $L)", type, VECTOR, operands.a(r));
            for (int v = 0; v < vectors; v++) {
                code.addStatement("$1L = aVector.fma(w$2L, $1L)", c(r, v), v);
            }
        }
        code.endControlFlow();
        code.addStatement("int to = c0 + $L * cStride + column", operands.row());
        for (int r = 0; r < rows; r++) {
            for (int v = 0; v < vectors; v++) {
                code.addStatement("$L.intoArray(c, $L)", c(r, v), plus(plus("to", r, "cStride"), v, "L"));
            }
        }
        return MethodSpec.methodBuilder("tile" + rows + "x" + vectors)
                .addParameter(int.class, "row")
                .addParameter(int.class, "column")
                .addCode(code.build())
                .build();
    }

    static String c(int r, int v) {
        return "c" + r + v;
    }
}
