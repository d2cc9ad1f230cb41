package pilotempo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WatchedOutputTest {
    @Test
    void a_full_disk_is_remembered_though_the_writer_of_words_swallows_it() {
        var watched =
                new WatchedOutput(
                        new OutputStream() {
                            @Override
                            public void write(int one) throws IOException {
                                throw new IOException("No space left on device");
                            }
                        });
        var words = new PrintWriter(new OutputStreamWriter(watched, StandardCharsets.UTF_8), true);
        words.println("today is blue");
        assertThat(watched.failure())
                .get()
                .extracting(IOException::getMessage)
                .asString()
                .contains("No space");
    }
}
