package pilotempo.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteppedTimeTest {
    private static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    private final SteppedTime stepped = SteppedTime.at(START);
    private final Time time = stepped.time();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        stepped.close();
    }

    @Test
    void a_day_of_waits_passes_at_once_and_each_wakes_at_its_moment() throws Exception {
        begin(
                () -> {
                    for (int hour = 0; hour < 24; hour++) {
                        time.pause().forAtLeast(Duration.ofHours(1));
                        heard.add(time.now().toString());
                    }
                });
        stepped.until(START.plus(Duration.ofHours(3)));
        assertThat(heard)
                .containsExactly(
                        "2026-01-05T06:00:00Z", "2026-01-05T07:00:00Z", "2026-01-05T08:00:00Z");
        assertThat(stepped.now()).isEqualTo("2026-01-05T08:00:00Z");
    }

    @Test
    void who_waits_for_a_queue_has_its_head_at_once_or_nothing_at_the_end() throws Exception {
        var queue = new ArrayBlockingQueue<String>(1);
        begin(
                () -> {
                    heard.add(time.pause().take(queue, Duration.ofHours(1)) + " " + time.now());
                    heard.add(time.pause().take(queue, Duration.ofHours(1)) + " " + time.now());
                });
        begin(
                () -> {
                    time.pause().forAtLeast(Duration.ofMinutes(20));
                    queue.add("letter");
                });
        stepped.await(() -> heard.size() == 2, Duration.ofHours(2));
        assertThat(heard)
                .containsExactly("letter 2026-01-05T05:20:00Z", "null 2026-01-05T06:20:00Z");
    }

    @Test
    void work_takes_no_time() throws Exception {
        begin(
                () -> {
                    time.pause().forAtLeast(Duration.ofSeconds(1));
                    long end = System.nanoTime() + 40_000_000;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    heard.add("" + time.now());
                });
        begin(
                () -> {
                    time.pause().forAtLeast(Duration.ofSeconds(2));
                    heard.add("" + time.now());
                });
        stepped.until(START.plusSeconds(5));
        assertThat(heard).containsExactly("2026-01-05T05:00:01Z", "2026-01-05T05:00:02Z");
    }

    @Test
    void what_does_not_become_so_is_an_error() {
        assertThatThrownBy(() -> stepped.await(() -> false, Duration.ofMinutes(1)))
                .isInstanceOf(AssertionError.class);
        assertThat(stepped.now()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void it_stands_while_nobody_lets_it_go_and_goes_while_somebody_does() throws Exception {
        begin(
                () -> {
                    time.pause().forAtLeast(Duration.ofSeconds(3));
                    heard.add("late");
                });
        assertThat(heard).isEmpty();
        assertThat(time.now()).isEqualTo(START);
        stepped.during(() -> time.pause().forAtLeast(Duration.ofSeconds(4)));
        assertThat(heard).containsExactly("late");
    }

    private void begin(Work work) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                time.pause().forAtLeast(Duration.ZERO);
                                begun.countDown();
                                work.run();
                            } catch (InterruptedException closing) {
                                Thread.currentThread().interrupt();
                            }
                        });
        begun.await();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
