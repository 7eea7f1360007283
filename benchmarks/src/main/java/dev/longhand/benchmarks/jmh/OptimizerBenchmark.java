package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerState;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One update of the 89,610 parameters of workload A. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class OptimizerBenchmark {

    @Param({"SGD", "MOMENTUM", "NESTEROV", "ADAM", "ADAM_W", "N_ADAM", "RMS_PROP", "ADAGRAD", "ADADELTA"})
    public Rule rule = Rule.ADAM;

    private float[] p = {};
    private float[] g = {};
    private OptimizerState state = Adam.defaults().start(Task.XOR.model(1).info());

    /** The optimizers with their usual settings. */
    @SuppressWarnings("ImmutableEnumChecker") // optimizers are immutable
    public enum Rule {
        SGD(Sgd.learningRate(1e-6)),
        MOMENTUM(Sgd.learningRate(1e-6).momentum(0.9)),
        NESTEROV(Sgd.learningRate(1e-6).momentum(0.9).nesterov()),
        ADAM(Adam.learningRate(1e-6)),
        ADAM_W(AdamW.learningRate(1e-6)),
        N_ADAM(NAdam.learningRate(1e-6)),
        RMS_PROP(RmsProp.learningRate(1e-6)),
        ADAGRAD(Adagrad.learningRate(1e-6)),
        ADADELTA(Adadelta.learningRate(1e-6));

        private final Optimizer optimizer;

        Rule(Optimizer optimizer) {
            this.optimizer = optimizer;
        }
    }

    @Setup
    public void prepare() {
        Model model = Task.TWO_HIDDEN.model(1);
        p = model.parameters().copy();
        g = Numbers.random(p.length, 2);
        state = rule.optimizer.start(model.info());
    }

    @Benchmark
    public float[] update() {
        state.update(p, g, 1);
        return p;
    }
}
