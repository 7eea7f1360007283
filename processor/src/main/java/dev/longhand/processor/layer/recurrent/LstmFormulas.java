package dev.longhand.processor.layer.recurrent;

/** What a step of long short-term memory is, in words. */
final class LstmFormulas {

    static final String GATES = "i = σ(z), f = σ(z), g = tanh(z), o = σ(z), each of its part of z";
    static final String MEMORY = "c = f∘c' + i∘g";
    static final String STATE = "h = o∘tanh(c)";
    static final String STATE_GRADIENT = "so do = dh∘tanh(c) and dc = dh∘o∘(1 − tanh²(c)) + dc∘f of the step after";
    static final String MEMORY_GRADIENT = "so di = dc∘g, df = dc∘c' and dg = dc∘i";
    static final String GATES_GRADIENT = "so dz is di∘i∘(1 − i), df∘f∘(1 − f), dg∘(1 − g²) and do∘o∘(1 − o)";

    private LstmFormulas() {}
}
