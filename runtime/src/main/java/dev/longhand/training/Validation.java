package dev.longhand.training;

import dev.longhand.data.SampleSource;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;

/** The samples that a training is validated on after each epoch, in the threads of its steps and in batches that fit. */
final class Validation {

    private final Model model;
    private final SampleSource source;
    private final Task task;
    private final Workspace ws;

    Validation(TrainingStep step, Model model, SampleSource source, Task task) {
        this.model = model;
        this.source = source;
        this.task = task;
        long samples = source.size() == SampleSource.UNKNOWN ? Integer.MAX_VALUE : source.size();
        ws = step.evaluationWorkspace((int) Math.min(Integer.MAX_VALUE, Math.max(1, samples)));
    }

    /**
     * Evaluates the model.
     *
     * @throws java.io.UncheckedIOException if a sample can't be read, or the thread is interrupted while it waits for one
     */
    Evaluation run() {
        return Evaluation.duringTraining(model, source, task, ws);
    }
}
