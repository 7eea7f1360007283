package dev.longhand.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file in ONNX Runtime. */
final class Session implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Session(byte[] file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(file, options);
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    /** What ONNX Runtime predicts for samples of a model, which are split among the inputs that its file has. */
    static float[] predict(byte[] file, Model model, float[] x) {
        try (Session session = new Session(file)) {
            return session.predict(model, x);
        }
    }

    float[] predict(Model model, float[] x) {
        return run(inputs(model.info(), x));
    }

    /** The same for sequences that are padded after these lengths. */
    float[] predict(Model model, float[] x, int... lengths) {
        Map<String, Object> inputs = inputs(model.info(), x);
        inputs.put("lengths", lengths);
        return run(inputs);
    }

    private static Map<String, Object> inputs(ModelInfo info, float[] x) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<LayerInfo> parts = info.layers().stream()
                .filter(layer -> layer.kind().equals("Input"))
                .toList();
        if (parts.isEmpty()) {
            boolean isTaken =
                    info.layers().stream().anyMatch(layer -> layer.name().equals("input"));
            inputs.put(isTaken ? "input_" : "input", x);
        }
        int size = info.input().size();
        int offset = 0;
        for (LayerInfo part : parts) {
            int count = part.output().size();
            float[] values = new float[x.length / size * count];
            for (int s = 0; s < x.length / size; s++) {
                System.arraycopy(x, s * size + offset, values, s * count, count);
            }
            inputs.put(part.name(), values);
            offset += count;
        }
        return inputs;
    }

    private float[] run(Map<String, Object> inputs) {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (NodeInfo input : session.getInputInfo().values()) {
                tensors.put(input.getName(), tensor((TensorInfo) input.getInfo(), inputs.get(input.getName())));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer y = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] values = new float[y.remaining()];
                y.get(values);
                return values;
            }
        } catch (OrtException e) {
            throw new AssertionError(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(TensorInfo info, Object values) throws OrtException {
        long[] shape = info.getShape().clone();
        if (values instanceof int[] lengths) {
            return OnnxTensor.createTensor(environment, IntBuffer.wrap(lengths), new long[] {lengths.length});
        }
        float[] numbers = (float[]) values;
        shape[0] = 1;
        shape[0] = numbers.length / Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (info.type == OnnxJavaType.INT64) {
            long[] indices = new long[numbers.length];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (long) numbers[i];
            }
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(indices), shape);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(numbers), shape);
    }

    /** The inputs, or the outputs, as ONNX Runtime describes them: {@code input FLOAT [-1, 28, 28, 1]}. */
    List<String> inputs() {
        try {
            return describe(session.getInputInfo());
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    List<String> outputs() {
        try {
            return describe(session.getOutputInfo());
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> describe(Map<String, NodeInfo> nodes) {
        List<String> all = new ArrayList<>();
        for (NodeInfo node : nodes.values()) {
            TensorInfo info = (TensorInfo) node.getInfo();
            all.add(node.getName() + " " + info.type + " " + Arrays.toString(info.getShape()));
        }
        return all;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
