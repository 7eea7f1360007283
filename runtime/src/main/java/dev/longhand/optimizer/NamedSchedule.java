package dev.longhand.optimizer;

/**
 * A schedule that says what it is, so that a checkpoint can tell it from another.
 *
 * @param name as it's written in a program: {@code linear()}
 * @param rule its factors
 */
record NamedSchedule(String name, Schedule rule) implements Schedule {

    @Override
    public double factor(long step, long totalSteps) {
        return rule.factor(step, totalSteps);
    }

    @Override
    public String toString() {
        return name;
    }
}
