package pilotempo.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.lifecycle.Lifecycle;

@Timeout(30)
class AttachTest {
    /** Answers with what it was asked. */
    private static final CommandRunner ECHO =
            (folder, args, out, err) -> {
                say(out, String.join("|", args) + " in " + folder);
                say(err, "no");
                return args.size();
            };

    @TempDir Path temp;
    private final Lifecycle opened = new Lifecycle();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void where_nobody_runs_there_is_no_answer() throws Exception {
        assertThat(run(temp, "status")).isEmpty();
        assertThat(run(temp.resolve("absent"), "status")).isEmpty();
    }

    @Test
    void a_command_line_runs_inside_the_owner() throws Exception {
        serve(temp, ECHO);
        assertThat(run(temp, "tempo", "--at", "é 🔋", "")).hasValue(4);
        assertThat(out).hasToString("tempo|--at|é 🔋| in " + Path.of("").toAbsolutePath());
        assertThat(err).hasToString("no");
    }

    @Test
    void output_arrives_while_the_command_still_runs() throws Exception {
        var seen = new CountDownLatch(1);
        serve(
                temp,
                (folder, args, to, errors) -> {
                    say(to, "first");
                    boolean streamed = seen.await(10, TimeUnit.SECONDS);
                    say(to, streamed ? " second" : " late");
                    return 0;
                });
        var watching =
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        out.write(one);
                        seen.countDown();
                    }
                };
        assertThat(AttachClient.run(temp, List.of("x"), watching, err)).hasValue(0);
        assertThat(out).hasToString("first second");
    }

    @Test
    void much_output_arrives_whole_even_unflushed() throws Exception {
        var bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        serve(
                temp,
                (folder, args, to, errors) -> {
                    try {
                        to.write(bytes);
                        to.write(1);
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                    return 200;
                });
        assertThat(run(temp, "history")).hasValue(200);
        assertThat(out.size()).isEqualTo(bytes.length + 1);
        assertThat(Arrays.copyOf(out.toByteArray(), bytes.length)).isEqualTo(bytes);
    }

    @Test
    void two_clients_are_served_at_once() throws Exception {
        var together = new CyclicBarrier(2);
        serve(
                temp,
                (folder, args, to, errors) -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                        return 0;
                    } catch (BrokenBarrierException | TimeoutException alone) {
                        return 1;
                    }
                });
        var other = elsewhere("b");
        assertThat(quietly("a")).hasValue(0);
        assertThat(other.get(10, TimeUnit.SECONDS)).hasValue(0);
    }

    @Test
    void a_client_that_vanishes_interrupts_its_command() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        serve(temp, endless(begun, interrupted));
        try (var client = connect()) {
            Wire.send(
                    new DataOutputStream(Channels.newOutputStream(client)),
                    new Wire.Request("/", List.of("x")));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_bug_in_a_command_is_its_client_s_failure_alone() throws Exception {
        serve(
                temp,
                (folder, args, to, errors) -> {
                    throw new IllegalStateException("bug");
                });
        assertThat(run(temp, "x")).hasValue(1);
        assertThat(err)
                .hasToString(
                        "pilotempo: the command failed, the log of the running Pilotempo says"
                                + " why\n");
        assertThat(run(temp, "x")).hasValue(1);
    }

    @Test
    void closing_ends_every_command_within_a_second() throws Exception {
        var begun = new CountDownLatch(2);
        var interrupted = new CountDownLatch(1);
        var stubborn = new CountDownLatch(1);
        var polite = endless(begun, interrupted);
        var server =
                serve(
                        temp,
                        (folder, args, to, errors) -> {
                            if (args.contains("polite")) {
                                return polite.run(folder, args, to, errors);
                            }
                            begun.countDown();
                            while (stubborn.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                            return 0;
                        });
        var one = elsewhere("polite");
        var two = elsewhere("stubborn");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        assertThat(one.get(5, TimeUnit.SECONDS)).hasValue(1);
        assertThat(two.get(5, TimeUnit.SECONDS)).hasValue(1);
        assertThat(interrupted.getCount()).isZero();
        stubborn.countDown();
        assertThat(temp.resolve("socket.sock")).doesNotExist();
    }

    @Test
    void a_stale_socket_is_replaced_by_the_next_owner() throws Exception {
        var path = temp.resolve("socket.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();
        assertThat(run(temp, "x")).isEmpty();
        serve(temp, ECHO);
        assertThat(run(temp, "x")).hasValue(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void where_the_path_is_too_long_the_socket_stands_in_a_private_folder() throws Exception {
        var data = temp.resolve("a".repeat(60)).resolve("b".repeat(60));
        var runtime = Files.createDirectory(temp.resolve("run"));
        var stale = runtime.resolve("pilotempo1");
        Files.createDirectory(stale);
        Files.writeString(stale.resolve("socket.sock"), "");
        Files.createDirectories(data);
        Files.writeString(data.resolve("socket"), stale.resolve("socket.sock").toString());
        assertThat(run(data, "x")).isEmpty();

        var lock = opened.own(DataLock.tryTake(data).orElseThrow());
        var server = opened.own(AttachServer.open(lock, ECHO, runtime));
        var socket = Path.of(Files.readString(data.resolve("socket")));
        assertThat(stale).doesNotExist();
        assertThat(socket.startsWith(runtime)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
        assertThat(run(data, "x")).hasValue(1);
        server.close();
        assertThat(socket.getParent()).doesNotExist();
        assertThat(data.resolve("socket")).doesNotExist();
    }

    @Test
    void hostile_bytes_never_hurt_the_owner() throws Exception {
        serve(temp, ECHO);
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            if (i % 2 == 0 && bytes.length >= 12) {
                ByteBuffer.wrap(bytes).putInt(Wire.MAGIC).putInt(random.nextInt()).putInt(-1);
            }
            try (var client = connect()) {
                client.write(ByteBuffer.wrap(bytes));
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
        // The owner may still be sending the last of them away.
        await("seed " + seed).until(() -> run(temp, "still", "there").equals(OptionalInt.of(2)));
    }

    @Test
    void another_version_is_told_so() throws Exception {
        serve(temp, ECHO);
        try (var client = connect()) {
            client.write(ByteBuffer.allocate(4).putInt(Wire.MAGIC + 1).flip());
            var answer = Channels.newInputStream(client).readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .contains("another version of Pilotempo is running");
            assertThat(answer).endsWith(Wire.EXIT, 0, 0, 0, 1, 1);
        }
    }

    @Test
    void too_long_a_command_line_is_refused_in_words() throws Exception {
        serve(temp, ECHO);
        assertThat(run(temp, "x".repeat(70_000))).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("an argument longer than");
    }

    @Test
    void clients_that_say_nothing_do_not_keep_others_out() throws Exception {
        serve(temp, ECHO);
        try (var _ = connect();
                var _ = connect()) {
            assertThat(run(temp, "x")).hasValue(1);
        }
    }

    @Test
    void one_client_too_many_is_turned_away_and_room_is_made_again() throws Exception {
        serve(temp, ECHO);
        var silent = new Lifecycle();
        for (int i = 0; i < 32; i++) {
            silent.own(connect());
        }
        assertThat(run(temp, "x")).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("busy with other commands");
        silent.close();
        Awaitility.await().until(() -> run(temp, "x", "y").equals(OptionalInt.of(2)));
    }

    @Test
    void the_client_needs_nothing_but_the_jdk() throws Exception {
        serve(temp, ECHO);
        var child = Outside.start("run", temp.toString(), "status", "--json");
        assertThat(child.inputReader().readLine()).startsWith("status|--json in ");
        assertThat(child.waitFor()).isEqualTo(2);
    }

    private AttachServer serve(Path data, CommandRunner runner) throws DataFolderProblem {
        var lock = opened.own(DataLock.tryTake(data).orElseThrow());
        return opened.own(AttachServer.open(lock, runner));
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(temp.resolve("socket.sock")));
    }

    private OptionalInt run(Path data, String... args) throws IOException {
        return AttachClient.run(data, List.of(args), out, err);
    }

    private CompletableFuture<OptionalInt> elsewhere(String arg) {
        return CompletableFuture.supplyAsync(
                () -> quietly(arg), task -> Thread.ofVirtual().start(task));
    }

    private OptionalInt quietly(String arg) {
        try {
            return AttachClient.run(
                    temp,
                    List.of(arg),
                    OutputStream.nullOutputStream(),
                    OutputStream.nullOutputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CommandRunner endless(CountDownLatch begun, CountDownLatch interrupted) {
        return (folder, args, to, errors) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return 0;
            } catch (InterruptedException ended) {
                interrupted.countDown();
                throw ended;
            }
        };
    }

    private static void say(OutputStream to, String text) {
        try {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
