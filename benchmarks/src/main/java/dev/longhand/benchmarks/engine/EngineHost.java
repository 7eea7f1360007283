package dev.longhand.benchmarks.engine;

import com.google.gson.Gson;
import dev.longhand.benchmarks.work.Epoch;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The process of one engine: reads a {@link Request} a line, writes a {@link Reply} a line, each of
 * which begins with {@link #MARK}, because native libraries write to standard output too.
 */
public final class EngineHost {

    /** The start of a reply's line. */
    static final String MARK = "@reply ";

    private final HostSettings settings;
    private final Engine engine;
    private final Task task;
    private Dataset test = Dataset.of(new float[1][1], new float[1][1]);
    private float[] testInputs = {};
    private @Nullable Session session;
    private int samples;
    private int epochs;

    private EngineHost(HostSettings settings) {
        this.settings = settings;
        task = settings.task();
        engine = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals(settings.engine()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no engine " + settings.engine()));
    }

    /** Answers requests until standard input ends or {@link Request.Command#CLOSE} comes. */
    public static void main(String[] args) throws IOException {
        PrintStream replies = System.out;
        System.setOut(System.err);
        Gson gson = new Gson();
        EngineHost host = new EngineHost(gson.fromJson(args[0], HostSettings.class));
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Request request = gson.fromJson(line, Request.class);
            replies.println(MARK + gson.toJson(host.serve(request)));
            replies.flush();
            if (request.command() == Request.Command.CLOSE) {
                break;
            }
        }
        // Exits even if the engine left threads running.
        System.exit(0);
    }

    private Reply serve(Request request) {
        try {
            return switch (request.command()) {
                case OPEN -> open();
                case TRAIN -> train(request);
                case PREDICT -> predict(request);
                case CHECK -> check();
                case CLOSE -> close();
            };
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            e.printStackTrace();
            return Reply.failed(reason(e));
        }
    }

    /** The first line of the innermost cause's message. */
    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root instanceof UnsupportedOperationException ? root.getMessage() : root.toString();
        return said == null ? root.toString() : said.lines().findFirst().orElse("no reason given");
    }

    private Reply open() throws Exception {
        long start = System.nanoTime();
        Dataset train = task.train();
        if (settings.samples() > 0 && settings.samples() < train.size()) {
            train = train.take(settings.samples());
        }
        samples = train.size();
        float[] initial = task.model(settings.seed()).parameters().copy();
        Session opened = engine.open(new Job(task, train, settings.seed(), initial, settings.threads()));
        session = opened;
        return reply(opened.description(), start, 0);
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("the engine has no job yet");
        }
        return session;
    }

    private Reply train(Request request) throws Exception {
        Epoch fixed = Epoch.of(task, settings.seed(), 1, task == Task.XOR ? samples : 0);
        long start = System.nanoTime();
        int units = 0;
        while (units < request.units() || (System.nanoTime() - start) / 1e9 < request.seconds()) {
            units++;
            epochs++;
            session().train(task == Task.XOR ? fixed : Epoch.of(task, settings.seed(), epochs, samples));
        }
        return reply(null, start, task == Task.XOR ? units : (long) units * samples);
    }

    private Reply predict(Request request) throws Exception {
        loadTest();
        int batch = request.batch();
        float[] x = new float[batch * task.inputs()];
        float[] y = new float[batch * task.outputs()];
        int calls = test.size() / batch;
        long done = 0;
        double seconds = 0;
        for (int unit = 0; unit < request.units() || seconds < request.seconds(); unit++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                System.arraycopy(testInputs, call * x.length, x, 0, x.length);
                session().predict(x, batch, y);
            }
            seconds += (System.nanoTime() - start) / 1e9;
            done += calls;
        }
        return new Reply(null, null, seconds, done, 0, 0, peakMebibytes());
    }

    private void loadTest() throws IOException {
        if (testInputs.length == 0) {
            test = task.test();
            testInputs = test.inputs();
        }
    }

    /** Accuracy over all samples and steps of an output, and the distance from Longhand's outputs over the first ones. */
    private Reply check() throws Exception {
        loadTest();
        long start = System.nanoTime();
        int block = Math.min(100, test.size());
        int in = task.inputs();
        int out = task.outputs();
        int classes = task.classes();
        float[] y = new float[block * out];
        float[] t = new float[block * out];
        float[] expected = new float[block * out];
        Model model = task.model(settings.seed());
        model.parameters().set(session().parameters());
        long right = 0;
        double difference = 0;
        for (int first = 0; first < test.size(); first += block) {
            int n = Math.min(block, test.size() - first);
            float[] x = Arrays.copyOfRange(testInputs, first * in, (first + n) * in);
            session().predict(x, n, y);
            test.copyTargets(first, n, t);
            for (int i = 0; i < n * out; i += classes) {
                right += classOf(y, i, classes) == classOf(t, i, classes) ? 1 : 0;
            }
            if (first == 0) {
                model.predict(x, n, expected);
                for (int i = 0; i < n * out; i++) {
                    difference = Math.max(difference, Math.abs(y[i] - expected[i]));
                }
            }
        }
        return new Reply(
                null,
                null,
                (System.nanoTime() - start) / 1e9,
                test.size(),
                (double) right * classes / (test.size() * out),
                difference,
                peakMebibytes());
    }

    private static int classOf(float[] y, int offset, int count) {
        if (count == 1) {
            return y[offset] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (y[offset + i] > y[offset + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Says once more what ran, because an engine may have chosen its settings by trying them. */
    private Reply close() throws Exception {
        long start = System.nanoTime();
        String description = session().description();
        session().close();
        return reply(description, start, 0);
    }

    private static Reply reply(@Nullable String text, long start, long items) {
        return new Reply(null, text, (System.nanoTime() - start) / 1e9, items, 0, 0, peakMebibytes());
    }

    /** The peak of resident memory, as Linux reports it. */
    private static double peakMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
