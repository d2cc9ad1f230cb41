package pilotempo.attach;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hands a command line to the program that runs on a data folder. Uses the JDK alone, so that a
 * command beside a running program starts fast.
 */
public final class AttachClient {
    /** The one word that is no command of its own: brings the window to the front. */
    public static final String SHOW = "show";

    private AttachClient() {}

    /**
     * Runs the command line there and copies what it says.
     *
     * @param data the data folder
     * @param args the command line
     * @return the exit code; empty when no program runs on that folder
     * @throws IOException what it says can't be written here
     */
    public static OptionalInt run(Path data, List<String> args, OutputStream out, OutputStream err)
            throws IOException {
        var channel = connect(data);
        if (channel.isEmpty()) {
            return OptionalInt.empty();
        }
        try (var open = channel.get()) {
            return OptionalInt.of(talk(open, args, out, err));
        }
    }

    /**
     * Whether a program runs on that folder and takes commands; a command that runs alone doesn't.
     */
    public static boolean isAnswered(Path data) throws IOException {
        var channel = connect(data);
        if (channel.isPresent()) {
            channel.get().close();
        }
        return channel.isPresent();
    }

    private static Optional<SocketChannel> connect(Path data) {
        var place = SocketPlace.find(data);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(place.get())));
        } catch (IOException | UnsupportedOperationException nobody) {
            return Optional.empty();
        }
    }

    private static int talk(
            SocketChannel channel, List<String> args, OutputStream out, OutputStream err)
            throws IOException {
        try {
            var request = new Wire.Request(Path.of("").toAbsolutePath().toString(), args);
            Wire.send(
                    new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel))),
                    request);
        } catch (IOException refused) {
            // what the owner had to say about it is still to be read
        }
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
        while (true) {
            byte kind;
            byte[] bytes;
            try {
                kind = in.readByte();
                int length = in.readInt();
                if (length < 0 || length > Wire.LONGEST_FRAME) {
                    throw new EOFException();
                }
                bytes = new byte[length];
                in.readFully(bytes);
            } catch (IOException ended) {
                err.write(
                        "pilotempo: the running Pilotempo ended before the command did\n"
                                .getBytes(StandardCharsets.UTF_8));
                err.flush();
                return 1;
            }
            if (kind == Wire.EXIT) {
                return bytes.length == 1 ? bytes[0] & 0xFF : 1;
            }
            var to = kind == Wire.OUT ? out : err;
            to.write(bytes);
            to.flush();
        }
    }
}
