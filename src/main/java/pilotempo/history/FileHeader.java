package pilotempo.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One of the two copies of the header of H2's file: which chunk is the newest, and where it lies.
 * Each fills a block, of which its text takes the first 200 bytes or so.
 *
 * @param entries what stands in it, as H2 writes it
 */
record FileHeader(Map<String, String> entries) {
    /** What a disk writes whole or not at all. */
    static final int BLOCK = 4096;

    /** Both copies; chunks lie behind them. */
    static final int BOTH = 2 * BLOCK;

    private static final String CHECK = ",fletcher:";
    private static final String VERSION = "version";
    private static final String CLEAN = "clean";

    FileHeader {
        entries = Map.copyOf(entries);
    }

    /** Reads a copy; null when it is not whole. */
    static @Nullable FileHeader read(ByteBuffer block) {
        var bytes = new byte[Math.min(block.remaining(), BLOCK)];
        block.duplicate().get(bytes);
        var text = new String(bytes, StandardCharsets.ISO_8859_1).trim();
        int check = text.lastIndexOf(CHECK);
        if (check < 0) {
            return null;
        }
        var content = text.substring(0, check);
        try {
            return text.substring(check).equals(check(content))
                    ? new FileHeader(DataUtils.parseMap(content))
                    : null;
        } catch (MVStoreException torn) {
            return null;
        }
    }

    /** The block as H2 reads it. */
    ByteBuffer block() {
        var content = DataUtils.appendMap(new StringBuilder(), new HashMap<>(entries)).toString();
        var block = ByteBuffer.allocate(BLOCK);
        block.put((content + check(content) + '\n').getBytes(StandardCharsets.ISO_8859_1));
        return block.rewind();
    }

    private static String check(String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return CHECK + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }

    /** The version that the newest chunk carries; 0 for a file without one. */
    long version() {
        return DataUtils.readHexLong(entries, VERSION, 0);
    }

    /** Whether the file was closed in order, and nothing written since. */
    boolean isClean() {
        return entries.containsKey(CLEAN);
    }

    /** The same of a file that is open. */
    FileHeader opened() {
        var all = new HashMap<>(entries);
        all.remove(CLEAN);
        return new FileHeader(all);
    }

    /** The same with another newest chunk. */
    FileHeader naming(ChunkStart chunk) {
        var all = new HashMap<>(opened().entries);
        all.put("chunk", Long.toHexString(chunk.id()));
        all.put("block", Long.toHexString(chunk.block()));
        all.put(VERSION, Long.toHexString(chunk.version()));
        return new FileHeader(all);
    }

    /** Where the chunk begins that it names, in blocks. */
    long chunkBlock() {
        return DataUtils.readHexLong(entries, "block", 0);
    }

    /** Whether it names this chunk. */
    boolean names(ChunkStart chunk) {
        return chunk.id() == DataUtils.readHexLong(entries, "chunk", -1)
                && chunk.version() == version()
                && chunk.block() == chunkBlock();
    }
}
