package dev.longhand.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * The service on this machine: its answers, and how it bears a load. This keeps the load up for a minute with each kind of
 * threads and prints how long answers took and how the heap grew:
 *
 * <pre>
 * mvn -pl examples/service -am test -Dtest=ServiceTest -Dlonghand.load.seconds=60 -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class ServiceTest {

    private static final int CONNECTIONS = 64;
    private static final double SECONDS = Double.parseDouble(System.getProperty("longhand.load.seconds", "2"));

    /** Whether the load lasts as long as it's told to; a short one grows the heap by what the start of the service needs. */
    private static final boolean IS_LONG = System.getProperty("longhand.load.seconds") != null;

    /** More than collections leave by chance. */
    private static final long GROWTH = 8 << 20;

    private static final IrisModel.Row SETOSA = new IrisModel.Row(5.1, 3.5, 1.4, 0.2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ServletWebServerApplicationContext start(boolean isVirtual) {
        return (ServletWebServerApplicationContext) SpringApplication.run(
                Service.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=" + isVirtual,
                "--logging.level.root=WARN");
    }

    private static int port(ServletWebServerApplicationContext service) {
        return service.getWebServer().getPort();
    }

    private static String json(IrisModel.Row row) throws IOException {
        return JSON.writeValueAsString(row);
    }

    @Test
    void aPredictionIsThatOfADirectCallToTheBit() throws IOException {
        try (ServletWebServerApplicationContext service = start(false);
                Connection connection = new Connection(port(service))) {
            Connection.Answer answer = connection.send(Connection.request(json(SETOSA)));

            assertThat(answer.status()).isEqualTo(200);
            JsonNode prediction = JSON.readTree(answer.body());
            assertThat(prediction.get("category").asText()).isEqualTo("SETOSA");
            IrisModel.pretrained()
                    .predict(SETOSA)
                    .probabilities()
                    .forEach((species, probability) -> assertThat(prediction
                                    .get("probabilities")
                                    .get(species.name())
                                    .asDouble())
                            .isEqualTo(probability));
        }
    }

    @Test
    void aWrongRowIsRefusedWithTheSentence() throws IOException {
        // Tomcat closes a connection after it has refused a request.
        try (ServletWebServerApplicationContext service = start(false);
                Connection first = new Connection(port(service));
                Connection second = new Connection(port(service))) {
            Connection.Answer missing = first.send(Connection.request(json(new IrisModel.Row(5.1, 3.5, 1.4, null))));
            Connection.Answer far = second.send(Connection.request(json(new IrisModel.Row(5.1, 3.5, 1.4, 200.0))));

            assertThat(missing.status()).isEqualTo(400);
            assertThat(missing.body()).contains("petal width").contains("has no value");
            assertThat(far.status()).isEqualTo(400);
            assertThat(far.body()).contains("petal width").contains("200");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLoadCausesNoErrorAndALongOneNoGrowth(boolean isVirtual) throws Exception {
        List<byte[]> requests = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            IrisModel.Row row = new IrisModel.Row(5 + i * 0.05, 3 + i * 0.01, 1.4 + i * 0.08, 0.2 + i * 0.04);
            requests.add(Connection.request(json(row)));
            expected.add(JSON.writeValueAsString(IrisModel.pretrained().predict(row)));
        }
        try (ServletWebServerApplicationContext service = start(isVirtual)) {
            Load load = new Load(port(service), requests, expected);
            load.run(CONNECTIONS, SECONDS / 2);
            long before = used();
            load.reset();
            load.run(CONNECTIONS, SECONDS);
            long growth = used() - before;

            System.out.printf(
                    Locale.ROOT,
                    "%s threads, %d connections, %.0f s: %d answers, %.0f a second, p50 %.2f ms, p99 %.2f ms, heap %+d KiB%n",
                    isVirtual && Runtime.version().feature() >= 21 ? "virtual" : "platform",
                    CONNECTIONS,
                    SECONDS,
                    load.answers(),
                    load.answers() / SECONDS,
                    load.milliseconds(0.5),
                    load.milliseconds(0.99),
                    growth >> 10);
            assertThat(load.answers()).isPositive();
            if (IS_LONG) {
                assertThat(growth).isLessThan(GROWTH);
            }
        }
    }

    /** The bytes of the heap that are in use after collections. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
