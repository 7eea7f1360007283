package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.training.Resumable.Memory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ResumableTest {

    /** As a checkpoint may hold that somebody wrote to keep a program busy. */
    @Test
    @Timeout(60)
    void namesOfTheSameHashCodeTakeNoQuadraticTime() {
        Map<String, Double> numbers = new HashMap<>();
        for (int i = 0; i < 1 << 17; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 17; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            numbers.put(name.toString(), 1.0);
        }
        assertThat(new Memory(numbers, Map.of()).numbers()).hasSameSizeAs(numbers);
    }
}
