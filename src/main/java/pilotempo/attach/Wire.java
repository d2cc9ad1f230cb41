package pilotempo.attach;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes over the socket, version 1. The client sends once: {@link #MAGIC}, its working folder,
 * the number of arguments, the arguments; a text is its length in bytes and its UTF-8. The owner
 * answers with frames: a kind, a length, the bytes; the last is {@link #EXIT} with the code. The
 * client says nothing more: the end of its stream means that it is gone.
 */
final class Wire {
    /** "PTA" and the version. */
    static final int MAGIC = 0x50544101;

    static final byte OUT = 1;
    static final byte ERR = 2;
    static final byte EXIT = 3;

    /** Longest frame, in bytes. */
    static final int LONGEST_FRAME = 1 << 16;

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int MOST_ARGUMENTS = 256;

    /** A command line as it came. */
    record Request(String workingFolder, List<String> args) {}

    /** The other side does not speak this protocol. */
    static final class Garbled extends IOException {
        private static final long serialVersionUID = 1;

        Garbled(String message) {
            super(message);
        }
    }

    private Wire() {}

    static void send(DataOutputStream out, Request request) throws IOException {
        out.writeInt(MAGIC);
        sendText(out, request.workingFolder());
        out.writeInt(request.args().size());
        for (var arg : request.args()) {
            sendText(out, arg);
        }
        out.flush();
    }

    static Request receive(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new Garbled("another version of Pilotempo is running: end it and start this one");
        }
        var folder = receiveText(in);
        int count = in.readInt();
        if (count < 0 || count > MOST_ARGUMENTS) {
            throw new Garbled("more than " + MOST_ARGUMENTS + " arguments");
        }
        var args = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            args.add(receiveText(in));
        }
        return new Request(folder, List.copyOf(args));
    }

    private static void sendText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String receiveText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new Garbled("an argument longer than " + LONGEST_TEXT + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
