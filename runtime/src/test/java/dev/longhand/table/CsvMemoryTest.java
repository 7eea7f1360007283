package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it allocates at most 200 times its size, garbage included, and what is always needed. */
class CsvMemoryTest {

    private static final long ALWAYS = 8 << 20;

    static Stream<String> files() {
        return Stream.of(
                "a,b\n" + "1,2\n".repeat(200_000),
                "a\n" + "x\n".repeat(200_000),
                "a,b\n" + ",\n".repeat(200_000),
                "a\n"
                        + IntStream.range(0, 150_000)
                                .mapToObj(i -> "w" + Integer.toString(i, 36))
                                .collect(Collectors.joining("\n")),
                ",".repeat(16_383) + "\n" + (",".repeat(16_383) + "\n").repeat(40),
                "a\n" + ("\"" + "\n".repeat(1_000_000) + "\"\n"));
    }

    @ParameterizedTest(name = "file {index}")
    @MethodSource("files")
    void whatReadingAllocatesIsInProportionToTheFile(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        Table table = Tables.csv(text);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(table.rows()).isPositive();
        assertThat(allocated).isLessThan(ALWAYS + 200L * text.length());
    }
}
