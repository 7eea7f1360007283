package dev.longhand.benchmarks.engine;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The other end of an {@link EngineHost}: a process with a time limit for every request. */
public final class EngineProcess implements AutoCloseable {

    private static final String ENDED = "";

    private final Gson gson = new Gson();
    private final Process process;
    private final Writer requests;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final double limitSeconds;

    /**
     * Starts the process.
     *
     * @param java the command and its options, class path included
     * @param settings what it runs
     * @param log the file for all its other output
     * @param limitSeconds the time limit of a request
     */
    public EngineProcess(List<String> java, HostSettings settings, Path log, double limitSeconds) throws IOException {
        this.limitSeconds = limitSeconds;
        List<String> command = new ArrayList<>(java);
        command.add(EngineHost.class.getName());
        command.add(gson.toJson(settings));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Native engines read their number of threads from these variables at start-up.
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(settings.threads()));
        builder.environment().put("MKL_NUM_THREADS", Integer.toString(settings.threads()));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        process = builder.start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "replies");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int mark = line.indexOf(EngineHost.MARK);
                if (mark >= 0) {
                    replies.add(line.substring(mark + EngineHost.MARK.length()));
                }
            }
        } catch (IOException e) {
            // destroy() closes the stream while it's read: the process has ended.
        } finally {
            replies.add(ENDED);
        }
    }

    /**
     * Sends a request and waits for the reply.
     *
     * @throws EngineFailedException if there is no reply in time, or it reports a failure
     */
    public Reply ask(Request request) throws EngineFailedException, InterruptedException {
        String line;
        try {
            requests.write(gson.toJson(request) + "\n");
            requests.flush();
            line = replies.poll((long) (limitSeconds * 1000), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            line = ENDED;
        }
        return answer(request, line);
    }

    private Reply answer(Request request, @Nullable String line) throws EngineFailedException, InterruptedException {
        if (line == null) {
            process.destroyForcibly();
            throw new EngineFailedException("no answer to " + request.command() + " in " + limitSeconds + " s");
        }
        if (line.equals(ENDED)) {
            process.waitFor(10, TimeUnit.SECONDS);
            throw new EngineFailedException("the process ended at " + request.command()
                    + (process.isAlive() ? "" : " with code " + process.exitValue()));
        }
        Reply reply = gson.fromJson(line, Reply.class);
        if (reply.error() != null) {
            throw new EngineFailedException(reply.error());
        }
        return reply;
    }

    /** Waits until the process exits. */
    public void await() throws InterruptedException, EngineFailedException {
        if (!process.waitFor((long) (limitSeconds * 1000), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new EngineFailedException("the process didn't end in " + limitSeconds + " s");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
