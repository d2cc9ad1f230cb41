package pilotempo.app.cli;

import java.nio.file.Path;
import pilotempo.engine.LocalEngine;
import pilotempo.history.History;
import pilotempo.settings.LoadedSettings;
import pilotempo.sync.Sync;
import pilotempo.tempo.source.ColourService;

/**
 * What a command works on: the running program's own parts, or parts opened for this command alone.
 *
 * @param loaded settings and where they came from
 * @param data data folder
 * @param engine the engine
 * @param history the local database
 * @param sync the way to the server
 * @param colours the Tempo colours
 * @param running whether a program polls all the time, so that nothing needs to be asked
 */
public record OpenDesk(
        LoadedSettings loaded,
        Path data,
        LocalEngine engine,
        History history,
        Sync sync,
        ColourService colours,
        boolean running) {}
