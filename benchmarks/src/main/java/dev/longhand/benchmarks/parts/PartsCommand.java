package dev.longhand.benchmarks.parts;

import dev.longhand.benchmarks.machine.Figures;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.benchmarks.work.Workload;
import dev.longhand.data.Dataset;
import dev.longhand.kernel.Kernels;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code parts}: how long each kernel of a training step takes. Runs in this process, with its JDK and kernels.
 */
@Command(
        name = "parts",
        description = "Shows where the time of a training step goes: phase by phase, kernel by kernel.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PartsCommand implements Callable<Integer> {

    private static final String LINE = "%-64s %10s %8s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--workload", description = "A workload that trains: A, B, C, D, G, H, I or J.")
    private Workload workload = Workload.A;

    @Option(names = "--threads", description = "Threads that train.")
    private int threads = 1;

    @Option(
            names = "--seconds",
            description = "Length of each of the two measurements, and of the warm-up before each.")
    private double seconds = 5;

    @Override
    public Integer call() throws IOException {
        if (workload.predicts()) {
            throw new ParameterException(
                    spec.commandLine(), workload + " predicts: choose a workload that trains, such as C, G or H");
        }
        Task task = workload.task();
        Dataset data = task.train();
        System.out.printf(Locale.ROOT, "%s: %s%n", workload, workload.title());
        System.out.printf(Locale.ROOT, "%s, threads %d, kernels %s%n%n", java(), threads, Kernels.description());
        Times plain;
        try (MeasuredSteps steps = MeasuredSteps.plain(task, data, threads)) {
            plain = measured(steps);
        }
        try (MeasuredSteps steps = MeasuredSteps.timed(task, data, threads)) {
            Times whole = measured(steps);
            print("median of " + whole.count() + " steps", "µs a step", "of step");
            for (MeasuredSteps.Phase phase : steps.phases()) {
                print(phase, whole.median());
            }
            print(whole.name(), whole.median(), whole.median());
        }
        print("whole step, kernels not measured", plain.median(), plain.median());
        return 0;
    }

    private static String java() {
        return "Java " + Runtime.version().feature();
    }

    private Times measured(MeasuredSteps steps) {
        steps.run(seconds);
        steps.run(seconds);
        return steps.whole();
    }

    private static void print(MeasuredSteps.Phase phase, double step) {
        print(phase.whole().name(), phase.whole().median(), step);
        for (Times kernel : phase.kernels()) {
            print("  " + kernel.name(), kernel.median(), step);
        }
        if (!phase.kernels().isEmpty()) {
            print("  other code, and the timers", phase.rest(), step);
        }
    }

    private static void print(String name, double micros, double step) {
        print(name, Figures.text(micros), String.format(Locale.ROOT, "%.1f %%", 100 * micros / step));
    }

    private static void print(String name, String micros, String share) {
        System.out.printf(Locale.ROOT, LINE, name, micros, share);
    }
}
