package dev.longhand.kernel;

class PlainRecurrenceTest extends RecurrenceContract {

    PlainRecurrenceTest() {
        super(new RangeRecurrence(new PlainProduct()));
    }
}
