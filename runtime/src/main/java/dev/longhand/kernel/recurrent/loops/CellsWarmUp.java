package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.warmup.WarmUp;

/** Runs every loop of vector {@link Cells} until C2 has compiled it, for vectors of 4 to 16 floats. */
final class CellsWarmUp implements WarmUp.Workload {

    /** The warm-up of this process's vector cells; it starts with the first network that has any. */
    static final WarmUp OF_PROCESS = new WarmUp(WarmUp.PATIENCE_NANOS, () -> new CellsWarmUp(new VectorCells()));

    private static final int ROWS = 8;
    private static final int UNITS = 72;
    private static final int COUNT = ROWS * UNITS;

    /** The numbers of all steps: row 0 is the step before. */
    private static final int STRIDED = COUNT + UNITS;

    /** The formulas of a number take about as long as so many multiply-adds. */
    private static final int MULTIPLY_ADDS = 20;

    private final Cells cells;
    private final Cells.LstmStep lstm = new Cells.LstmStep();
    private final Cells.GruStep gru = new Cells.GruStep();

    CellsWarmUp(Cells cells) {
        this.cells = cells;
        set(lstm);
        lstm.c = new float[STRIDED];
        lstm.dc = new float[COUNT];
        lstm.dcBefore = new float[COUNT];
        set(gru);
        gru.vm = new float[STRIDED];
        gru.previous = new float[STRIDED];
        gru.dv = new float[3 * STRIDED];
        gru.product = new float[COUNT];
        gru.dhBefore = new float[COUNT];
    }

    private static void set(Cells.Step step) {
        step.rows = ROWS;
        step.units = UNITS;
        step.at = UNITS;
        step.stride = UNITS;
        step.gates = new float[4 * STRIDED];
        step.v = new float[4 * COUNT];
        step.h = new float[COUNT];
        step.dh = new float[COUNT];
        step.dz = new float[4 * STRIDED];
    }

    @Override
    public boolean isFast() {
        // C2 compiles only the branches that have been taken.
        lstm.isFirst = !lstm.isFirst;
        long start = System.nanoTime();
        cells.lstm(lstm);
        cells.lstmGradient(lstm);
        cells.gru(gru);
        cells.gruGradient(gru);
        cells.gruStateGradient(gru);
        return 5.0 * COUNT * MULTIPLY_ADDS > WarmUp.FAST * (System.nanoTime() - start);
    }
}
