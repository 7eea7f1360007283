package dev.longhand.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The service as a jar of jars, in one of which the weights are. */
class PackagedServiceIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    @Test
    void theJarAnswers() throws Exception {
        Path jar = Path.of("target", "service.jar");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--server.address=127.0.0.1")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Connection connection = new Connection(port(out))) {
            Connection.Answer answer = connection.send(Connection.request(
                    "{\"sepalLength\": 6.3, \"sepalWidth\": 3.3, \"petalLength\": 6.0, \"petalWidth\": 2.5}"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"category\":\"VIRGINICA\",\"probabilities\":{\"SETOSA\":");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static int port(BufferedReader out) throws Exception {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new AssertionError(said);
    }
}
