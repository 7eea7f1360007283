package dev.longhand.processor.layer.recurrent;

/** What a step of gated recurrent units is, in words. */
final class GruFormulas {

    static final String STATE = "h = (1 − u)∘m + u∘h'";
    static final String STATE_GRADIENT = "so du = dh∘(h' − m), dm = dh∘(1 − u), and dh of the step before gets dh∘u";
    static final String CANDIDATE_GRADIENT = "so dzm = dm∘(1 − m²), dr = dzm∘vm and dvm = dzm∘r";
    static final String GATES_GRADIENT = "so dzu = du∘u∘(1 − u) and dzr = dr∘r∘(1 − r)";

    private GruFormulas() {}

    /** What u and r are. */
    static String gates(RecurrentPlan layer) {
        return layer.hasBias()
                ? "u = σ(zu), zu = x·Wu + bu + h'·Uu + cu; r = σ(zr), zr = x·Wr + br + h'·Ur + cr"
                : "u = σ(zu), zu = x·Wu + h'·Uu; r = σ(zr), zr = x·Wr + h'·Ur";
    }

    /** What m is. */
    static String candidate(RecurrentPlan layer) {
        return layer.hasBias()
                ? "m = tanh(zm), zm = x·Wm + bm + r∘vm, vm = h'·Um + cm"
                : "m = tanh(zm), zm = x·Wm + r∘vm, vm = h'·Um";
    }
}
