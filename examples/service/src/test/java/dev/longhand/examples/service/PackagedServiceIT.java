package dev.longhand.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service as a jar of jars, in one of which the weights are. */
class PackagedServiceIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)\\D");

    @Test
    @Timeout(120)
    void theJarAnswers(@TempDir Path folder) throws Exception {
        Path jar = Path.of("target", "service.jar");
        Path log = folder.resolve("service.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--server.address=127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (Connection connection = new Connection(port(process, log))) {
            Connection.Answer answer = connection.send(Connection.request(
                    "{\"sepalLength\": 6.3, \"sepalWidth\": 3.3, \"petalLength\": 6.0, \"petalWidth\": 2.5}"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"category\":\"VIRGINICA\",\"probabilities\":{\"SETOSA\":");
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private static int port(Process process, Path log) throws Exception {
        while (true) {
            boolean isAlive = process.isAlive();
            String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Matcher started = STARTED.matcher(said);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            assertThat(isAlive).as(said).isTrue();
            Thread.sleep(50);
        }
    }
}
