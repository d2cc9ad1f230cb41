package pilotempo.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/**
 * H2's file, in which each chunk becomes valid by one write of one block, and the header always
 * leads to the newest valid one.
 *
 * <p>By itself H2 names a chunk in the header only now and then, finds newer ones by guessing where
 * they lie, and writes over the room of dead chunks meanwhile, the one in the header among them. So
 * here a chunk is written in this order: all but its first block; one copy of the header, which
 * names it; these are forced; then its first block, without which it is none. Until that is there
 * the other copy holds, which names the chunk before; and nothing that the chunk before needs has
 * been touched, for it was forced first. H2 must write one chunk at a time, each before it gives
 * away room that the chunk before still needs: it does so without a write delay.
 */
final class OrderedFile extends FileBase {
    private final FileChannel file;
    private @Nullable FileHeader newest;

    /** The copy of the header that is written next: never the one that holds. */
    private int copy;

    private boolean unforced;

    OrderedFile(FileChannel file) {
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
        int count = from.remaining();
        var chunk = ChunkStart.read(from, at);
        var header = header();
        if (at < FileHeader.BOTH) {
            writeHeader(from, at);
        } else if (chunk != null && header != null && chunk.version() > header.version()) {
            writeChunk(chunk, header, from, at);
        } else {
            unforced = true;
            writeAll(from, at);
        }
        from.position(from.limit());
        return count;
    }

    private void writeChunk(ChunkStart chunk, FileHeader header, ByteBuffer from, long at)
            throws IOException {
        if (header.isClean()) {
            // A file that seems closed in order H2 opens without looking for what is torn.
            writeBothCopies(header.opened());
        }
        force();
        var named = header.naming(chunk);
        unforced = true;
        if (from.remaining() > FileHeader.BLOCK) {
            int body = from.remaining() - FileHeader.BLOCK;
            writeAll(from.slice(from.position() + FileHeader.BLOCK, body), at + FileHeader.BLOCK);
        }
        writeCopy(named);
        file.force(true);
        newest = named;
        copy = 1 - copy;
        writeAll(from.slice(from.position(), Math.min(from.remaining(), FileHeader.BLOCK)), at);
    }

    /** H2's own naming says nothing new, but for a new file and one that is closed. */
    private void writeHeader(ByteBuffer from, long at) throws IOException {
        var header = header();
        var wanted = FileHeader.read(from);
        if (header == null || wanted == null) {
            unforced = true;
            writeAll(from, at);
            newest = wanted;
        } else if (!wanted.equals(header)) {
            force();
            writeBothCopies(wanted);
        }
    }

    private void writeBothCopies(FileHeader header) throws IOException {
        for (int i = 0; i < 2; i++) {
            unforced = true;
            writeCopy(header);
            force();
            copy = 1 - copy;
        }
        newest = header;
    }

    private void writeCopy(FileHeader header) throws IOException {
        writeAll(header.block(), (long) copy * FileHeader.BLOCK);
    }

    /** The copy that holds; null in an empty file. */
    private @Nullable FileHeader header() throws IOException {
        if (newest == null && file.size() >= FileHeader.BOTH) {
            choose(true);
            if (newest == null) {
                // Written without this layer: H2 found its chunks some other way.
                choose(false);
            }
        }
        return newest;
    }

    private void choose(boolean holding) throws IOException {
        for (int i = 0; i < 2; i++) {
            var one = FileHeader.read(read((long) i * FileHeader.BLOCK));
            if (one != null
                    && (newest == null || one.version() > newest.version())
                    && (!holding || holds(one))) {
                newest = one;
                copy = 1 - i;
            }
        }
    }

    private boolean holds(FileHeader header) throws IOException {
        long at = header.chunkBlock() * FileHeader.BLOCK;
        var chunk = ChunkStart.read(read(at), at);
        return header.version() == 0 || (chunk != null && header.names(chunk));
    }

    private ByteBuffer read(long at) throws IOException {
        var block = ByteBuffer.allocate(FileHeader.BLOCK);
        int read = 0;
        while (read >= 0 && block.hasRemaining()) {
            read = file.read(block, at + block.position());
        }
        return block.flip();
    }

    private void writeAll(ByteBuffer from, long at) throws IOException {
        long to = at;
        while (from.hasRemaining()) {
            to += file.write(from, to);
        }
    }

    private void force() throws IOException {
        force(true);
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        if (unforced) {
            file.force(metaData);
            unforced = false;
        }
    }

    @Override
    public synchronized FileChannel truncate(long length) throws IOException {
        force();
        unforced = true;
        file.truncate(length);
        return this;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int written = write(from, file.position());
        file.position(file.position() + written);
        return written;
    }

    /** Whoever reads does not wait for what is being forced. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public int read(ByteBuffer to, long at) throws IOException {
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
    public FileLock tryLock(long from, long size, boolean shared) throws IOException {
        return file.tryLock(from, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
