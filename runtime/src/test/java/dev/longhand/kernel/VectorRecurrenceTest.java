package dev.longhand.kernel;

class VectorRecurrenceTest extends RecurrenceContract {

    VectorRecurrenceTest() {
        super(new RangeRecurrence(new VectorProduct()));
    }
}
