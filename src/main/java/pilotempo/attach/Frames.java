package pilotempo.attach;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/** The owner's way to a client: whole frames, whichever thread writes. Thread-safe. */
final class Frames {
    private static final int BUFFER = 8192;

    private final SocketChannel channel;
    private final ReentrantLock oneFrame = new ReentrantLock();

    Frames(SocketChannel channel) {
        this.channel = channel;
    }

    /** Output of one kind, sent when flushed and whenever a buffer is full. */
    OutputStream stream(byte kind) {
        return new Stream(kind);
    }

    void exit(int code) throws IOException {
        send(Wire.EXIT, new byte[] {(byte) code}, 0, 1);
    }

    private void send(byte kind, byte[] bytes, int from, int length) throws IOException {
        var frame = ByteBuffer.allocate(5 + length);
        frame.put(kind).putInt(length).put(bytes, from, length).flip();
        oneFrame.lock();
        try {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        } finally {
            oneFrame.unlock();
        }
    }

    private final class Stream extends OutputStream {
        private final byte kind;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;

        Stream(byte kind) {
            this.kind = kind;
        }

        @Override
        public synchronized void write(int one) throws IOException {
            buffer[filled++] = (byte) one;
            if (filled == BUFFER) {
                flush();
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int some = Math.min(length - done, BUFFER - filled);
                System.arraycopy(bytes, from + done, buffer, filled, some);
                filled += some;
                done += some;
                if (filled == BUFFER) {
                    flush();
                }
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (filled > 0) {
                int length = filled;
                filled = 0;
                send(kind, buffer, 0, length);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
