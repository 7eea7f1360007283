package dev.longhand.data;

/** What the targets of a data set are, by their values. */
public enum TargetKind {
    /** One number each, all of them 0 or 1. */
    ZERO_OR_ONE,
    /** One number each, all of them −1 or 1. */
    MINUS_OR_PLUS_ONE,
    /** Several numbers each: one of them 1, the others 0. */
    ONE_HOT,
    /** Any other numbers. */
    NUMBERS;

    static TargetKind of(Rows targets) {
        float[] t = new float[targets.width()];
        boolean zeroOrOne = true;
        boolean minusOrPlusOne = t.length == 1;
        boolean oneHot = t.length > 1;
        for (int row = 0; row < targets.count() && (zeroOrOne || minusOrPlusOne); row++) {
            targets.copy(row, t, 0);
            int ones = 0;
            for (float number : t) {
                ones += number == 1 ? 1 : 0;
                zeroOrOne &= number == 0 || number == 1;
                minusOrPlusOne &= number == -1 || number == 1;
            }
            oneHot &= ones == 1;
        }
        if (t.length > 1) {
            return zeroOrOne && oneHot ? ONE_HOT : NUMBERS;
        }
        if (zeroOrOne) {
            return ZERO_OR_ONE;
        }
        return minusOrPlusOne ? MINUS_OR_PLUS_ONE : NUMBERS;
    }
}
