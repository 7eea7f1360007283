package dev.longhand.processor.layer.recurrent;

/** What a step of long short-term memory is, in words. */
final class LstmFormulas {

    static final String GATES = "i = σ(zi), f = σ(zf), g = tanh(zg), o = σ(zo)";
    static final String MEMORY = "c = f∘c' + i∘g";
    static final String STATE = "h = o∘tanh(c)";
    static final String STATE_GRADIENT = "so do = dh∘tanh(c) and dc = dh∘o∘(1 − tanh²(c)) + dc∘f of the step after";
    static final String MEMORY_GRADIENT = "so di = dc∘g, df = dc∘c' and dg = dc∘i";
    static final String GATES_GRADIENT =
            "so dzi = di∘i∘(1 − i), dzf = df∘f∘(1 − f), dzg = dg∘(1 − g²) and dzo = do∘o∘(1 − o)";

    private LstmFormulas() {}

    /** The sums that the gates are applied to. */
    static String sums(RecurrentPlan layer) {
        return RecurrentFormulas.affine(layer) + ", with the columns of zi, zf, zg and zo side by side";
    }
}
