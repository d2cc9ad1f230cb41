package pilotempo.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LifecycleTest {
    private final Lifecycle parts = new Lifecycle();
    private final List<String> closed = new ArrayList<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Lifecycle.class);

    @BeforeEach
    void quiet() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        log.setLevel(null);
    }

    @Test
    void parts_are_closed_last_opened_first_and_once() {
        parts.own(part("store"));
        parts.own(part("line"));
        parts.own(part("window"));
        parts.close();
        parts.close();
        assertThat(closed).containsExactly("window", "line", "store");
    }

    @Test
    void a_part_that_fails_does_not_stop_the_rest() {
        parts.own(part("store"));
        parts.own(
                () -> {
                    throw new IllegalStateException("bug");
                });
        parts.own(
                () -> {
                    throw new IOException("disk");
                });
        parts.own(part("window"));
        parts.close();
        assertThat(closed).containsExactly("window", "store");
    }

    @Test
    void an_interrupt_while_closing_is_kept_and_the_rest_is_closed() {
        parts.own(part("store"));
        parts.own(new Interrupted());
        parts.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).containsExactly("store");
    }

    @Test
    void what_is_owned_is_given_back() {
        AutoCloseable part = part("x");
        assertThat(parts.own(part)).isSameAs(part);
        parts.close();
    }

    @Test
    void a_signal_is_heard_at_once_on_each_change_and_not_after_letting_go() {
        var signal = new Signal();
        var heard = new ArrayList<String>();
        var subscription = signal.subscribe(() -> heard.add("a"));
        try (var _ = signal.subscribe(() -> heard.add("b"))) {
            signal.send();
        }
        signal.send();
        subscription.close();
        signal.send();
        assertThat(heard).containsExactly("a", "b", "a", "b", "a");
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }

    @SuppressWarnings("try")
    private static final class Interrupted implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            throw new InterruptedException();
        }
    }
}
