package pilotempo.ui.history;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import pilotempo.ui.component.FileExport;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.PngWriter;
import pilotempo.ui.component.Texts;

/**
 * A picture as PNG.
 *
 * @param name of the file
 * @param image which nobody changes any more
 */
record PictureExport(Texts texts, Formats formats, String name, Image image) implements FileExport {
    @Override
    public long total() {
        return (long) image.getHeight();
    }

    @Override
    public long write(OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = image.getPixelReader();
        var format = PixelFormat.getIntArgbInstance();
        var row = new int[width];
        try (var png = new PngWriter(out, width, height)) {
            for (int y = 0; y < height; y++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("picture cancelled");
                }
                pixels.getPixels(0, y, width, 1, format, row, 0, width);
                png.row(row);
                progress.accept(y + 1);
            }
        }
        return height;
    }

    @Override
    public String going(long written) {
        return texts.get("picture.goes", formats.percentWithUnit(100.0 * written / total()));
    }

    @Override
    public String done(long written, String file) {
        return texts.get("picture.done", file);
    }
}
