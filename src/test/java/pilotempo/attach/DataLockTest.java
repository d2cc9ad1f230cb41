package pilotempo.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.lifecycle.ManualTime;

class DataLockTest {
    @TempDir Path temp;

    @Test
    void one_program_at_a_time_owns_a_folder() throws Exception {
        var data = temp.resolve("a/data");
        try (var lock = DataLock.tryTake(data).orElseThrow()) {
            assertThat(lock.folder()).isEqualTo(data.toRealPath());
            assertThat(DataLock.tryTake(data)).isEmpty();
            assertThat(DataLock.tryTake(temp.resolve("a/../a/data"))).isEmpty();
        }
        DataLock.tryTake(data).orElseThrow().close();
    }

    @Test
    void another_program_s_lock_is_respected_until_it_dies() throws Exception {
        var child = Outside.start("lock", temp.toString());
        try {
            assertThat(child.inputReader().readLine()).isEqualTo("held");
            assertThat(DataLock.tryTake(temp)).isEmpty();
        } finally {
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        DataLock.tryTake(temp).orElseThrow().close();
    }

    @Test
    void a_second_attempt_here_does_not_let_others_in() throws Exception {
        try (var _ = DataLock.tryTake(temp).orElseThrow()) {
            assertThat(DataLock.tryTake(temp)).isEmpty();
            var child = Outside.start("lock", temp.toString());
            assertThat(child.inputReader().readLine()).isEqualTo("refused");
            assertThat(child.waitFor()).isZero();
        }
    }

    @Test
    void who_waits_gets_the_lock_when_it_is_free() throws Exception {
        var time = ManualTime.at("2026-11-25T05:59:00Z");
        var first = DataLock.tryTake(temp).orElseThrow();
        var second = waiting(time, Duration.ofSeconds(30));
        time.awaitWaiting(1);
        first.close();
        time.advance(Duration.ofMillis(100));
        second.get(10, TimeUnit.SECONDS).orElseThrow().close();
    }

    @Test
    void who_waits_too_long_gets_nothing() throws Exception {
        var time = ManualTime.at("2026-11-25T05:59:00Z");
        try (var _ = DataLock.tryTake(temp).orElseThrow()) {
            var second = waiting(time, Duration.ofSeconds(30));
            time.awaitWaiting(1);
            time.advance(Duration.ofSeconds(30));
            assertThat(second.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void the_folder_is_private_but_somebody_s_own_folder_keeps_its_mode() throws Exception {
        var data = temp.resolve("data");
        DataLock.tryTake(data).orElseThrow().close();
        assertThat(mode(data)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataLock.tryTake(data).orElseThrow().close();
        assertThat(mode(data)).isEqualTo("rwx------");

        var home = Files.createDirectory(temp.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "dear");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataLock.tryTake(home).orElseThrow().close();
        assertThat(mode(home)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_file_in_place_of_the_folder_is_said_in_one_sentence() throws Exception {
        var file = Files.writeString(temp.resolve("data"), "");
        assertThatThrownBy(() -> DataLock.tryTake(file))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessage("The data folder " + file + " is a file: name a folder with --data.");
        assertThatThrownBy(() -> DataLock.tryTake(file.resolve("below")))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessage(
                        "The data folder "
                                + file.resolve("below")
                                + " can't be used: name another one with --data.");
    }

    private CompletableFuture<Optional<DataLock>> waiting(ManualTime time, Duration atMost) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return DataLock.take(temp, atMost, time.time());
                    } catch (DataFolderProblem | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
