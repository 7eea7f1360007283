package dev.longhand.metric;

import dev.longhand.model.Model;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.Workspace;
import java.util.Arrays;

/**
 * What a model predicts for the samples that count and name a class.
 *
 * @param probabilities [samples][classes], flat
 * @param labels their true classes
 * @param weights how much each counts, above 0
 */
record CollectedClasses(float[] probabilities, int[] labels, float[] weights) {

    /** Predicts all samples of the data in the given workspace. */
    static CollectedClasses of(Model model, Task task, OutputInfo output, EvaluationData data, Workspace ws) {
        int classes = task.classes();
        float[] probabilities = new float[0];
        int[] labels = new int[0];
        float[] weights = new float[0];
        int count = 0;
        boolean isNamed = false;
        for (int n = data.next(ws); n > 0; n = data.next(ws)) {
            model.forward(ws, n);
            ws.splitTargets(n);
            float[] t = ws.targets(output.layer());
            int rows = n * task.steps();
            if (count + rows > labels.length) {
                int more = withRoom(labels.length, count + (long) rows, classes);
                labels = Arrays.copyOf(labels, more);
                weights = Arrays.copyOf(weights, more);
                probabilities = Arrays.copyOf(probabilities, more * classes);
            }
            for (int row = 0; row < rows; row++) {
                int label = task.targetClass(t, row);
                float w = task.weight(ws, row);
                isNamed |= label != Task.NO_CLASS;
                if (label != Task.NO_CLASS && w > 0) {
                    labels[count] = label;
                    weights[count] = w;
                    copy(task, ws.activation(output.layer()), row, probabilities, count++ * classes);
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    isNamed
                            ? "all samples of the data set whose target names a class have the weight 0"
                            : "no target of the data set names a class: all are 0");
        }
        return new CollectedClasses(
                Arrays.copyOf(probabilities, count * classes),
                Arrays.copyOf(labels, count),
                Arrays.copyOf(weights, count));
    }

    /** The rows to have room for: at least so many, and up to half as many more. */
    private static int withRoom(int rows, long needed, int classes) {
        long most = (Integer.MAX_VALUE - 8) / classes;
        if (needed > most) {
            throw new IllegalArgumentException(needed + " samples of " + classes
                    + " classes have more probabilities than an array holds: evaluate parts of the data set");
        }
        return (int) Math.min(most, Math.max(needed, rows + (long) rows / 2));
    }

    private static void copy(Task task, float[] outputs, int row, float[] to, int at) {
        if (task.kind() == Task.Kind.BINARY) {
            to[at] = 2 * task.threshold() - outputs[row];
            to[at + 1] = outputs[row];
        } else {
            System.arraycopy(outputs, row * task.outputs(), to, at, task.outputs());
        }
    }
}
