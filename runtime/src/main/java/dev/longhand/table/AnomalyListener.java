package dev.longhand.table;

/** Is told of each {@link Anomaly}. */
@FunctionalInterface
interface AnomalyListener {
    /**
     * Something surprising.
     *
     * @param sentence what it is, without a full stop
     * @throws IllegalArgumentException if it's refused
     */
    void anomaly(Anomaly kind, String sentence);
}
