package dev.longhand.training.state;

import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.training.Resumable;
import dev.longhand.training.step.StepControl;
import java.util.List;
import java.util.Map;

/**
 * All that a checkpoint is made from.
 *
 * @param model the parameters and the state
 * @param description the settings and the data in words, by name
 * @param callbacks those that checkpoints remember
 * @param control the optimizer's state, the moving average and accumulated gradients
 * @param progress the position and the history
 * @param totals the sums of the current epoch
 * @param lastGood the parameters and the state of the end of the last epoch
 */
public record TrainingState(
        Model model,
        Map<String, String> description,
        List<Resumable> callbacks,
        StepControl control,
        Progress progress,
        EpochTotals totals,
        float[] lastGood) {

    /** At the beginning of a call of fit. */
    public static TrainingState of(
            Model model,
            Task task,
            Map<String, String> description,
            List<Resumable> callbacks,
            StepControl control,
            Progress progress) {
        EpochTotals totals = new EpochTotals(task, model.info());
        float[] lastGood = model.parameters().copy();
        return new TrainingState(model, description, callbacks, control, progress, totals, lastGood);
    }
}
