package pilotempo.attach;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.attach.Wire.Garbled;
import pilotempo.attach.Wire.Request;

/**
 * One client and its command. A thread of its own reads until the client is gone, which interrupts
 * the command; the command itself runs on another.
 */
final class AttachedClient {
    private static final Logger LOG = LoggerFactory.getLogger(AttachedClient.class);
    private static final int SECONDS_TO_ASK = 5;

    private final SocketChannel channel;
    private final CommandRunner runner;
    private final ExecutorService threads;
    private final ExecutorService commands;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Frames frames;

    AttachedClient(
            SocketChannel channel,
            CommandRunner runner,
            ExecutorService threads,
            ExecutorService commands) {
        this.channel = channel;
        this.runner = runner;
        this.threads = threads;
        this.commands = commands;
        frames = new Frames(channel);
    }

    /** Serves the client to its end. */
    void serve() {
        try {
            threads.execute(this::dropUnlessItAsks);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            var request = Wire.receive(in);
            asked.countDown();
            var command = commands.submit(() -> run(request));
            awaitEnd(in, command);
        } catch (Garbled strange) {
            refuse(String.valueOf(strange.getMessage()));
        } catch (IOException | RejectedExecutionException gone) {
            LOG.debug("A client is gone", gone);
        } finally {
            asked.countDown();
            close();
        }
    }

    /** Serves it not at all: too many others are here. */
    void turnAway() {
        refuse("the running Pilotempo is busy with other commands: try again later");
        close();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            LOG.debug("A client was gone already", alreadyGone);
        }
    }

    private void dropUnlessItAsks() {
        try {
            if (!asked.await(SECONDS_TO_ASK, TimeUnit.SECONDS)) {
                close();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever ends the client's stream ends its command; what it sends meanwhile is ignored. */
    private static void awaitEnd(DataInputStream in, Future<?> command) {
        try {
            var ignored = new byte[512];
            while (in.read(ignored) >= 0) {
                // nothing is expected of it any more
            }
        } catch (IOException gone) {
            LOG.debug("A client went away", gone);
        } finally {
            command.cancel(true);
        }
    }

    private void run(Request request) {
        var out = frames.stream(Wire.OUT);
        var err = frames.stream(Wire.ERR);
        try {
            int code = runner.run(Path.of(request.workingFolder()), request.args(), out, err);
            end(out, err, code);
        } catch (InterruptedException | IOException gone) {
            LOG.debug("A command ended with its client");
        } catch (InvalidPathException strange) {
            refuse("the working folder has no valid name");
        } catch (RuntimeException | Error bug) {
            LOG.error("A command of another program failed", bug);
            refuse("the command failed, the log of the running Pilotempo says why");
        } finally {
            // the reader sees the end of the stream and serve() ends
            close();
        }
    }

    private void end(OutputStream out, OutputStream err, int code) throws IOException {
        out.flush();
        err.flush();
        frames.exit(code);
        channel.shutdownOutput();
    }

    private void refuse(String why) {
        try {
            var err = frames.stream(Wire.ERR);
            err.write(("pilotempo: " + why + "\n").getBytes(StandardCharsets.UTF_8));
            end(err, err, 1);
        } catch (IOException gone) {
            LOG.debug("A refused client was gone already", gone);
        }
    }
}
