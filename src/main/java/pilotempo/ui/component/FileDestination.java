package pilotempo.ui.component;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where a file should go. */
@FunctionalInterface
public interface FileDestination {
    /** The file chosen; empty when the user thought better of it. FX thread. */
    Optional<Path> choose(@Nullable Window owner, String title, String suggestedName);
}
