package pilotempo.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Imports a file in small parts, tells each, and waits to be killed. */
final class KilledImport {
    private KilledImport() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var history = Fixtures.open(Path.of(args[0]))) {
            history.importCsv(
                    Path.of(args[1]),
                    CsvImportTest.IDS,
                    CsvImportTest.SMALL,
                    told -> out.println("durable " + told.readings()));
        }
    }
}
