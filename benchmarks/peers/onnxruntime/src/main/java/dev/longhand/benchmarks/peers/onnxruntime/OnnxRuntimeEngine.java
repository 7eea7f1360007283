package dev.longhand.benchmarks.peers.onnxruntime;

import ai.onnxruntime.OrtException;
import dev.longhand.benchmarks.engine.Engine;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;

/** ONNX Runtime; used as {@link OnnxRuntimeSession} describes. */
public final class OnnxRuntimeEngine implements Engine {

    @Override
    public String name() {
        return "ONNX Runtime";
    }

    @Override
    public Session open(Job job) throws OrtException {
        return new OnnxRuntimeSession(job);
    }
}
