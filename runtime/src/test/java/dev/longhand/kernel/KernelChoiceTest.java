package dev.longhand.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

    @Test
    @Tag("kernels")
    void whatThePropertyForcesIsWhatRuns() {
        String forced = System.getProperty(KernelChoice.PROPERTY);
        assumeTrue(forced != null, "nothing is forced");
        boolean vector = forced.equals("vector");
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent())
                .isEqualTo(vector);
        assertThat(Kernels.create()).isInstanceOf(vector ? VectorKernels.class : PlainKernels.class);
    }
}
