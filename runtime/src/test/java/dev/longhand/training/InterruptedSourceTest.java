package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a validation that can't be read to its end does to a training. */
class InterruptedSourceTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    /** A source whose samples can't be read the second time. */
    private static SampleSource failing(RuntimeException failure) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < CLOUDS.size(); i++) {
            samples.add(new Sample(CLOUDS.input(i), CLOUDS.target(i)));
        }
        int[] opened = {0};
        Iterable<Sample> iterable = () -> {
            if (++opened[0] == 2) {
                throw failure;
            }
            return samples.iterator();
        };
        return SampleSource.ofLabels(iterable, CLOUDS.inputShape(), CLOUDS.classes());
    }

    private static History fit(SampleSource validation) {
        return Trainer.of(TwoLayers.classes(4, 5, 3, 1))
                .epochs(3)
                .validation(validation)
                .fit(CLOUDS);
    }

    @Test
    void aTimeoutIsNoInterruption() {
        UncheckedIOException timeout = new UncheckedIOException(new SocketTimeoutException("Read timed out"));
        assertThatThrownBy(() -> fit(failing(timeout))).isSameAs(timeout);
        UncheckedIOException wrapped =
                new UncheckedIOException(new IOException("part 7", new SocketTimeoutException("Read timed out")));
        assertThatThrownBy(() -> fit(failing(wrapped))).isSameAs(wrapped);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anErrorOfASourceIsThrown() {
        IllegalStateException error = new IllegalStateException("row 7 has no label");
        assertThatThrownBy(() -> fit(failing(error))).isSameAs(error);
    }

    @Test
    void anInterruptionEndsTheTraining() {
        for (Exception cause : List.of(
                new InterruptedException(),
                new ClosedByInterruptException(),
                new InterruptedIOException(),
                new IOException("part 7", new InterruptedException()))) {
            History history = fit(failing(new IllegalStateException(cause)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(history.epochs()).hasSize(2);
            assertThat(history.stopReason()).contains("the thread was interrupted");
        }
    }
}
