package dev.longhand.kernel.recurrent;

import dev.longhand.kernel.matrix.PlainProduct;

class PlainRecurrenceTest extends RecurrenceContract {

    PlainRecurrenceTest() {
        super(new SequentialRecurrence(new PlainProduct()));
    }
}
