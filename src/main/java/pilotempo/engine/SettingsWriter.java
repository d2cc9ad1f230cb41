package pilotempo.engine;

import pilotempo.settings.Settings;

/** Writes changed settings where they came from. */
@FunctionalInterface
public interface SettingsWriter {
    /** Writes what differs. Refuses, with the reason, where the file can't be written. */
    void write(Settings before, Settings after) throws Refused;
}
