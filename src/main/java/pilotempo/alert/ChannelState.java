package pilotempo.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does.
 *
 * @param name {@code telegram}, {@code webhook}
 * @param configured whether it has what it needs
 * @param waiting messages not sent yet
 * @param lastSent when a message last went through; null if never known
 * @param problem why the last try failed, for people, without secrets; null while it works
 */
public record ChannelState(
        String name,
        boolean configured,
        int waiting,
        @Nullable Instant lastSent,
        @Nullable String problem) {}
