package pilotempo.ui.component;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Something that a user wants as a file. */
public interface FileExport {
    /** Name to begin with. */
    String name();

    /** How much there is to write, about; in the unit of the progress. */
    long total();

    /** Writes it all and says how much that was. Waits; interrupting it ends it. */
    long write(OutputStream out, LongConsumer progress) throws IOException, InterruptedException;

    /** In words, while it goes. */
    String going(long written);

    /** In words, when it is done. */
    String done(long written, String file);
}
