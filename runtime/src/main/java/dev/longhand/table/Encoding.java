package dev.longhand.table;

/** The inputs that a row becomes, as they are written feature by feature. */
final class Encoding {

    private final AnomalyListener listener;
    private final double farLimit;
    private final float[] x;
    private String place = "";

    /** The first input of the feature that is being written. */
    private int first;

    /**
     * An encoding.
     *
     * @param listener what is told of anomalies
     * @param farLimit how many widths of its range a number may be outside of it
     * @param x [n][inputs], zeros from {@code first} on
     * @param first the first input to write
     */
    Encoding(AnomalyListener listener, double farLimit, float[] x, int first) {
        this.listener = listener;
        this.farLimit = farLimit;
        this.x = x;
        this.first = first;
    }

    void beginRow(Row row) {
        place = row.place();
    }

    /** Goes on to the inputs of the next feature. */
    void advance(Feature feature) {
        first += feature.width();
    }

    /** Sets an input of the feature. */
    void set(int input, float value) {
        x[first + input] = value;
    }

    double farLimit() {
        return farLimit;
    }

    void anomaly(Anomaly kind, String sentence) {
        listener.anomaly(kind, place + sentence);
    }

    IllegalArgumentException refused(String sentence) {
        return new IllegalArgumentException(place + sentence);
    }
}
