package dev.longhand.benchmarks.work;

/** A task and what is measured of it; the letters are those of docs/performance.md. */
public enum Workload {
    A(Task.TWO_HIDDEN, Measure.SAMPLES_A_SECOND, 100, "train MNIST 784-100-100-10, ReLU, Adam, batch 100"),
    B(Task.ONE_HIDDEN, Measure.SAMPLES_A_SECOND, 128, "train MNIST 784-512-10, sigmoid, squared error, SGD, batch 128"),
    C(
            Task.CONVOLUTIONAL,
            Measure.SAMPLES_A_SECOND,
            100,
            "train MNIST with two convolutions, 3×3×16 and 3×3×32, ReLU, pooling, then 1568-128-10, Adam, batch 100"),
    D(Task.XOR, Measure.MICROSECONDS_A_STEP, 4, "train XOR 2-10-10-10-1, sigmoid, SGD, all 4 samples a step"),
    E1(Task.TWO_HIDDEN, Measure.MICROSECONDS_A_CALL, 1, "predict with A's network, one image a call"),
    E100(Task.TWO_HIDDEN, Measure.MICROSECONDS_A_CALL, 100, "predict with A's network, 100 images a call"),
    F(Task.TWO_HIDDEN, Measure.SECONDS_A_PROCESS, 100, "start a process, load MNIST, train one epoch of A, end"),
    G(
            Task.ROWS,
            Measure.SAMPLES_A_SECOND,
            100,
            "train MNIST row by row with an LSTM of 96 units, 28 steps of 28 pixels, then 10, Adam, batch 100"),
    H(
            Task.DEEP,
            Measure.SAMPLES_A_SECOND,
            50,
            "train MNIST with four convolutions, 3×3×16 twice and 3×3×32 twice, each with batch norm and ReLU, two poolings,"
                    + " then 1568-128-10, Adam, batch 50"),
    I(
            Task.LETTERS,
            Measure.SAMPLES_A_SECOND,
            32,
            "train random texts of 64 letters with an embedding of 96×32, an LSTM of 128 units and 96 after each letter, Adam,"
                    + " batch 32"),
    J(
            Task.TOKENS,
            Measure.SAMPLES_A_SECOND,
            50,
            "train random sequences of 50 tokens with an embedding of 1,000×64, a GRU of 128 units and 10, Adam, batch 50"),
    K1(Task.CONVOLUTIONAL, Measure.MICROSECONDS_A_CALL, 1, "predict with C's network, one image a call"),
    K100(Task.CONVOLUTIONAL, Measure.MICROSECONDS_A_CALL, 100, "predict with C's network, 100 images a call"),
    KG(Task.ROWS, Measure.MICROSECONDS_A_CALL, 100, "predict with G's network, 100 images a call"),
    KH(Task.DEEP, Measure.MICROSECONDS_A_CALL, 100, "predict with H's network, 100 images a call");

    /** The kind of figure. */
    public enum Measure {
        SAMPLES_A_SECOND("samples/s", true),
        MICROSECONDS_A_STEP("µs a step", false),
        MICROSECONDS_A_CALL("µs a call", false),
        SECONDS_A_PROCESS("s a process", false);

        private final String unit;
        private final boolean moreIsBetter;

        Measure(String unit, boolean moreIsBetter) {
            this.unit = unit;
            this.moreIsBetter = moreIsBetter;
        }

        /** The unit as shown in tables. */
        public String unit() {
            return unit;
        }

        /** Whether more of it is faster. */
        public boolean moreIsBetter() {
            return moreIsBetter;
        }
    }

    private final Task task;
    private final Measure measure;
    private final int batch;
    private final String title;

    Workload(Task task, Measure measure, int batch, String title) {
        this.task = task;
        this.measure = measure;
        this.batch = batch;
        this.title = title;
    }

    /** Network, samples, loss and optimizer. */
    public Task task() {
        return task;
    }

    /** The kind of figure. */
    public Measure measure() {
        return measure;
    }

    /** The samples of a step or call. */
    public int batch() {
        return batch;
    }

    /** A description in a few words. */
    public String title() {
        return title;
    }

    /** Whether it measures prediction. */
    public boolean predicts() {
        return measure == Measure.MICROSECONDS_A_CALL;
    }

    /** Whether each round is a separate process. */
    public boolean isCold() {
        return measure == Measure.SECONDS_A_PROCESS;
    }

    /** Whether a round lasts a given time, because one epoch is too short to be measured. */
    public boolean isTimed() {
        return predicts() || task == Task.XOR;
    }
}
