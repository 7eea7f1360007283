package dev.longhand.benchmarks.peers.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.longhand.Shape;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.model.Model;
import dev.longhand.onnx.Onnx;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * ONNX Runtime, which only predicts: the model that Longhand's extension for ONNX writes, batch norms folded. Input and
 * output are off-heap buffers, kept from call to call and bound to the session, its fastest mode.
 */
final class OnnxRuntimeSession implements Session {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Map<Integer, Pinned> pinned = new HashMap<>();
    private final Job job;
    private final Shape input;
    private final Shape output;
    private final OrtSession session;

    /** The tensors for one number of samples. */
    private record Pinned(FloatBuffer x, FloatBuffer y, Map<String, OnnxTensor> in, Map<String, OnnxTensor> out) {}

    OnnxRuntimeSession(Job job) throws OrtException {
        this.job = job;
        Model model = job.task().model(job.seed());
        model.parameters().set(job.initial());
        input = model.info().input();
        output = model.info().output();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(job.threads());
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        session = environment.createSession(Onnx.of(model).foldBatchNorms().bytes(), options);
    }

    @Override
    public String description() {
        return environment.getVersion() + ", pinned buffers";
    }

    @Override
    public void train(Epoch epoch) {
        throw new UnsupportedOperationException("doesn't train");
    }

    @Override
    public void predict(float[] x, int n, float[] y) throws OrtException {
        Pinned tensors = pinned.get(n);
        if (tensors == null) {
            tensors = pin(n);
            pinned.put(n, tensors);
        }
        tensors.x().put(0, x, 0, n * job.task().inputs());
        session.run(tensors.in(), tensors.out()).close();
        tensors.y().get(0, y, 0, n * job.task().outputs());
    }

    private Pinned pin(int n) throws OrtException {
        FloatBuffer x = direct(n * job.task().inputs());
        FloatBuffer y = direct(n * job.task().outputs());
        return new Pinned(
                x,
                y,
                Map.of(session.getInputNames().iterator().next(), tensor(x, n, input)),
                Map.of(session.getOutputNames().iterator().next(), tensor(y, n, output)));
    }

    private OnnxTensor tensor(FloatBuffer values, int n, Shape sample) throws OrtException {
        long[] shape = new long[sample.rank() + 1];
        shape[0] = n;
        for (int i = 0; i < sample.rank(); i++) {
            shape[i + 1] = sample.dimension(i);
        }
        return OnnxTensor.createTensor(environment, values, shape);
    }

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(Float.BYTES * count)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public float[] parameters() {
        return job.initial();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
