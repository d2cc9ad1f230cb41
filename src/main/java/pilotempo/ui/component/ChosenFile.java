package pilotempo.ui.component;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialog. */
public final class ChosenFile implements FileDestination {
    /** Nothing is shown yet. */
    public ChosenFile() {}

    @Override
    public Optional<Path> choose(@Nullable Window owner, String title, String suggestedName) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        var kind = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        var filter = new FileChooser.ExtensionFilter(kind.toUpperCase(Locale.ROOT), "*." + kind);
        chooser.getExtensionFilters().add(filter);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
