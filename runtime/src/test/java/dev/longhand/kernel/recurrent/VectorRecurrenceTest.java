package dev.longhand.kernel.recurrent;

import dev.longhand.kernel.matrix.VectorProduct;

class VectorRecurrenceTest extends RecurrenceContract {

    VectorRecurrenceTest() {
        super(new SequentialRecurrence(new VectorProduct()));
    }
}
