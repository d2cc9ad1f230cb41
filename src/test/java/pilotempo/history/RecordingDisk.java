package pilotempo.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import pilotempo.battery.Mac;

/** A file system for H2 that remembers every change of a file, in order. */
public final class RecordingDisk extends FilePathWrapper {
    static final String SCHEME = "recorded:";
    private static final List<Change> CHANGES = new ArrayList<>();

    /** What happened. */
    sealed interface Change {}

    /** Bytes were written. */
    @SuppressWarnings("ArrayRecordComponent") // kept as they were, compared with nothing
    record Written(long at, byte[] bytes) implements Change {}

    /** The file was cut. */
    record Cut(long length) implements Change {}

    /** What was written before is on the disk. */
    record Forced() implements Change {}

    /** So many readings of a battery were promised to survive from here on. */
    record Promised(Mac battery, int readings) implements Change {}

    /** H2 makes its paths itself. */
    public RecordingDisk() {}

    static void install() {
        synchronized (CHANGES) {
            CHANGES.clear();
        }
        FilePath.register(new RecordingDisk());
    }

    static void note(Change change) {
        synchronized (CHANGES) {
            CHANGES.add(change);
        }
    }

    static List<Change> changes() {
        synchronized (CHANGES) {
            return List.copyOf(CHANGES);
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            var bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            note(new Written(at, bytes));
            return file.write(from, at);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return write(from, file.position());
        }

        @Override
        public synchronized int read(ByteBuffer to, long at) throws IOException {
            return file.read(to, at);
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            file.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized FileChannel truncate(long length) throws IOException {
            note(new Cut(length));
            file.truncate(length);
            return this;
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            file.force(metaData);
            note(new Forced());
        }

        @Override
        public FileLock tryLock(long from, long size, boolean shared) throws IOException {
            return file.tryLock(from, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
