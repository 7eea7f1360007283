package dev.longhand.processor.emit;

import dev.longhand.processor.plan.ExecutionPlan;

/** What is printed for a network while it's compiled, if the user asks: the table of its layers. */
public final class Report {

    private Report() {}

    /** The table, under the name of the model. */
    public static String of(ExecutionPlan plan) {
        return plan.network().model().name() + "\n  " + String.join("\n  ", HeadEmitter.table(plan));
    }
}
