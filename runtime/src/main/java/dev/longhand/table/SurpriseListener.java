package dev.longhand.table;

/** Is told of each {@link Surprise}. */
@FunctionalInterface
interface SurpriseListener {
    /**
     * Something surprising.
     *
     * @param sentence what it is, without a full stop
     * @throws IllegalArgumentException if it's refused
     */
    void surprise(Surprise kind, String sentence);
}
