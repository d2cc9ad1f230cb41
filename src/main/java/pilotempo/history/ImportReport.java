package pilotempo.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an import did; all of it is durable.
 *
 * @param lines lines read, without the header and blank ones
 * @param stored readings that were not there before
 * @param already readings that were there, or came twice in the file
 * @param rejected lines that are no reading
 * @param rejectedFile where those lines are; empty when there is none
 * @param ignoredColumns names in the header that are not ours
 */
public record ImportReport(
        long lines,
        long stored,
        long already,
        long rejected,
        Optional<Path> rejectedFile,
        List<String> ignoredColumns) {}
