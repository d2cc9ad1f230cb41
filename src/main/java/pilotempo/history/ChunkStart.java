package pilotempo.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a chunk, the unit in which H2 writes: each carries all that one version changed,
 * and where everything else is found.
 *
 * @param id H2's number for it
 * @param version rises from chunk to chunk
 * @param block where it lies, in blocks
 */
record ChunkStart(long id, long version, long block) {
    private static final int LONGEST = 1024;

    /** Reads the beginning of what lies at a place in the file; null when it is no chunk. */
    static @Nullable ChunkStart read(ByteBuffer bytes, long at) {
        var head = new byte[Math.min(bytes.remaining(), LONGEST)];
        bytes.duplicate().get(head);
        var text = new String(head, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith("chunk:")) {
            return null;
        }
        try {
            var entries = DataUtils.parseMap(text.substring(0, end).trim());
            return new ChunkStart(
                    DataUtils.readHexLong(entries, "chunk", -1),
                    DataUtils.readHexLong(entries, "version", -1),
                    at / FileHeader.BLOCK);
        } catch (MVStoreException none) {
            return null;
        }
    }
}
