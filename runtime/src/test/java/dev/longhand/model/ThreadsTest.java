package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyElementIsInOneShare(int count) {
        int[] visits = new int[100];
        try (Threads threads = Threads.of(count)) {
            assertThat(threads.count()).isEqualTo(count);
            threads.run(thread -> {
                int end = threads.begin(visits.length, thread + 1);
                for (int i = threads.begin(visits.length, thread); i < end; i++) {
                    visits[i]++;
                }
            });
        }
        assertThat(visits).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anExceptionOfAPartIsThrownToTheCaller(int count) {
        try (Threads threads = Threads.of(count)) {
            assertThatThrownBy(() -> threads.run(thread -> {
                        if (thread == count - 1) {
                            throw new IllegalStateException("part " + thread);
                        }
                    }))
                    .hasMessage("part " + (count - 1));
            int[] ran = new int[count];
            threads.run(thread -> ran[thread]++);
            assertThat(ran).containsOnly(1);
        }
    }
}
