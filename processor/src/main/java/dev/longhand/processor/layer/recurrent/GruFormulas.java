package dev.longhand.processor.layer.recurrent;

/** What a step of gated recurrent units is, in words. */
final class GruFormulas {

    static final String STATE = "h = (1 − z)∘m + z∘h'";
    static final String STATE_GRADIENT = "so dz = dh∘(h' − m), dm = dh∘(1 − z), and dh∘z goes to the step before";
    static final String CANDIDATE_GRADIENT = "so dm becomes dm∘(1 − m²), dr = dm∘v, and v gets dm∘r";
    static final String GATES_GRADIENT = "so dz becomes dz∘z∘(1 − z) and dr becomes dr∘r∘(1 − r)";

    private GruFormulas() {}

    /** What z and r are. */
    static String gates(RecurrentPlan layer) {
        return layer.hasBias()
                ? "z = σ(x·Wz + bz + h'·Uz + cz), r = σ(x·Wr + br + h'·Ur + cr)"
                : "z = σ(x·Wz + h'·Uz), r = σ(x·Wr + h'·Ur)";
    }

    /** What m is. */
    static String candidate(RecurrentPlan layer) {
        return layer.hasBias() ? "v = h'·Um + cm, m = tanh(x·Wm + bm + r∘v)" : "v = h'·Um, m = tanh(x·Wm + r∘v)";
    }
}
