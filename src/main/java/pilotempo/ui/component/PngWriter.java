package pilotempo.ui.component;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG (RGB, 8 bits) row by row: unlike the JDK's own writer it can be stopped, tells how
 * far it is, and loads no AWT into the kiosk.
 */
public final class PngWriter implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 16;
    private static final byte UP = 2;

    private final DataOutputStream out;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(2 * CHUNK);
    private final DeflaterOutputStream packer = new DeflaterOutputStream(packed);
    private final byte[] above;
    private final byte[] line;

    /** Begins a picture; the stream stays open. */
    public PngWriter(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        above = new byte[3 * width];
        line = new byte[3 * width + 1];
        this.out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        // 8 bits, RGB, and the only compression, filter method and order without interlacing.
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
    }

    /** The next row, ARGB; transparency is left out. */
    public void row(int[] argb) throws IOException {
        line[0] = UP;
        for (int x = 0, i = 0; x < argb.length; x++) {
            for (int shift = 16; shift >= 0; shift -= 8, i++) {
                byte value = (byte) (argb[x] >> shift);
                line[i + 1] = (byte) (value - above[i]);
                above[i] = value;
            }
        }
        packer.write(line);
        if (packed.size() >= CHUNK) {
            flush();
        }
    }

    /** Ends the picture. */
    @Override
    public void close() throws IOException {
        packer.close();
        flush();
        chunk("IEND", new byte[0]);
        out.flush();
    }

    private void flush() throws IOException {
        if (packed.size() > 0) {
            chunk("IDAT", packed.toByteArray());
            packed.reset();
        }
    }

    private void chunk(String name, byte[] data) throws IOException {
        var type = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
