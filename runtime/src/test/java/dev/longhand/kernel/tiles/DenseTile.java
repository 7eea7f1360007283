package dev.longhand.kernel.tiles;

import static dev.longhand.kernel.tiles.Body.load;
import static dev.longhand.kernel.tiles.Body.plus;
import static dev.longhand.kernel.tiles.Body.store;

/**
 * A tile of C = start + A·B: {@code rows} × {@code vectors} of C are summed over k in registers. Each vector of B that
 * is loaded serves all rows, each number of A all vectors.
 */
record DenseTile(int rows, int vectors) {

    /** How the tiles of a class read A and start, in Java; the row r and the vector v are counted within the tile. */
    interface Operands {

        /** Local variables that are the same for all k. */
        void declare(Body body, int rows);

        /** The vector of start that the sum c⟨r⟩⟨v⟩ starts from. */
        String start(int r, int v);

        /** Begins the loop over k, in which {@code bk} is where row k of B begins. */
        void loop(Body body);

        /** The element of A in row r and column k. */
        String a(int r);

        /** The row of C in which the tile begins. */
        String row();
    }

    String name() {
        return "tile" + rows + "x" + vectors;
    }

    Body body(Operands operands) {
        Body body = new Body();
        operands.declare(body, rows);
        body.each(rows * vectors, i -> "FloatVector " + c(i) + " = " + operands.start(i / vectors, i % vectors));
        operands.loop(body);
        body.each(vectors, v -> load("w" + v, "b", plus("bk", v, "L")));
        for (int r = 0; r < rows; r++) {
            int row = r * vectors;
            body.line("$Lv = FloatVector.broadcast(S, $L)", r == 0 ? "FloatVector " : "", operands.a(r))
                    .each(vectors, w -> c(row + w) + " = v.fma(w" + w + ", " + c(row + w) + ")");
        }
        return body.end()
                .line("int to = c0 + $L * cStride + column", operands.row())
                .each(
                        rows * vectors,
                        i -> store(c(i), "c", plus(plus("to", i / vectors, "cStride"), i % vectors, "L")));
    }

    private String c(int i) {
        return "c" + i / vectors + i % vectors;
    }
}
