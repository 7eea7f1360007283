package dev.longhand.processor.layer.recurrent;

import dev.longhand.processor.layer.LayerKind;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;

/** The kinds of recurrent layers. */
public final class RecurrentKinds {

    /** {@code @Rnn}. */
    public static final LayerKind<ResolvedRecurrent, RecurrentPlan> RNN = of(Cell.RNN);

    /** {@code @Gru}. */
    public static final LayerKind<ResolvedRecurrent, RecurrentPlan> GRU = of(Cell.GRU);

    /** {@code @Lstm}. */
    public static final LayerKind<ResolvedRecurrent, RecurrentPlan> LSTM = of(Cell.LSTM);

    private RecurrentKinds() {}

    private static LayerKind<ResolvedRecurrent, RecurrentPlan> of(Cell kind) {
        return new LayerKind<>(
                kind.annotation(),
                new RecurrentCheck(kind),
                ResolvedRecurrent.class,
                RecurrentFormulas::derivative,
                RecurrentPlan::of,
                RecurrentPlan.class,
                RecurrentEmitter::new);
    }
}
