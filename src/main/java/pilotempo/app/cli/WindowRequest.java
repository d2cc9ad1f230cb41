package pilotempo.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the window is wanted.
 *
 * @param options common options
 * @param kiosk full screen for a touchscreen
 * @param demo on a simulated fleet, without settings and network
 * @param pictures save a picture of every view there, and end
 * @param gallery show the components
 */
public record WindowRequest(
        CommonOptions options,
        boolean kiosk,
        boolean demo,
        Optional<Path> pictures,
        boolean gallery) {}
