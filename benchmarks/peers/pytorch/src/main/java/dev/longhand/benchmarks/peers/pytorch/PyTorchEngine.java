package dev.longhand.benchmarks.peers.pytorch;

import dev.longhand.benchmarks.engine.Engine;
import dev.longhand.benchmarks.engine.Job;
import dev.longhand.benchmarks.engine.Session;

/** PyTorch; used as {@link PyTorchSession} describes. */
public final class PyTorchEngine implements Engine {

    @Override
    public String name() {
        return "PyTorch";
    }

    @Override
    public Session open(Job job) {
        return new PyTorchSession(job);
    }
}
