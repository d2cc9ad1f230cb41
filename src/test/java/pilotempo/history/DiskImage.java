package pilotempo.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** What a file contains at one moment of its past. */
final class DiskImage {
    /** What a disk writes whole or not at all. */
    static final int BLOCK = 4096;

    private byte[] bytes;
    private int length;

    DiskImage(byte[] bytes) {
        this.bytes = bytes;
        length = bytes.length;
    }

    DiskImage copy() {
        return new DiskImage(content());
    }

    private byte[] content() {
        return Arrays.copyOf(bytes, length);
    }

    void save(Path file) {
        try {
            Files.write(file, content());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void apply(RecordingDisk.Change change) {
        switch (change) {
            case RecordingDisk.Written written ->
                    write(written.at(), written.bytes(), 0, written.bytes().length);
            case RecordingDisk.Cut cut -> cut((int) cut.length());
            case RecordingDisk.Forced _, RecordingDisk.Promised _ -> {}
        }
    }

    /** Only the first blocks of a write. */
    void applyFirst(RecordingDisk.Written written, int blocks) {
        write(written.at(), written.bytes(), 0, Math.min(blocks * BLOCK, written.bytes().length));
    }

    /** Each block, and each cut, as it happens. */
    void applySome(RecordingDisk.Change change, double likelihood, Random random) {
        if (change instanceof RecordingDisk.Written(var at, var written)) {
            for (int from = 0; from < written.length; from += BLOCK) {
                if (random.nextDouble() < likelihood) {
                    write(at + from, written, from, Math.min(BLOCK, written.length - from));
                }
            }
        } else if (random.nextDouble() < likelihood) {
            apply(change);
        }
    }

    private void write(long at, byte[] from, int first, int count) {
        int end = (int) at + count;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(from, first, bytes, (int) at, count);
        length = Math.max(length, end);
    }

    private void cut(int to) {
        if (to < length) {
            Arrays.fill(bytes, to, length, (byte) 0);
            length = to;
        }
    }
}
