package pilotempo.control;

import pilotempo.battery.BatteryCommand;
import pilotempo.history.JournalEntry;

/**
 * What somebody wants of a battery.
 *
 * @param battery people's id
 * @param command what
 * @param author who
 * @param why the reason, for the journal; may be empty
 */
public record Order(
        String battery, BatteryCommand command, JournalEntry.Author author, String why) {}
