package pilotempo.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in plain words what they should be. */
final class Words {
    private Words() {}

    static CommandLine taught(CommandLine line) {
        return line.registerConverter(Path.class, Words::path)
                .registerConverter(int.class, Words::whole)
                .registerConverter(Integer.class, Words::whole)
                .registerConverter(long.class, Words::longWhole)
                .registerConverter(double.class, Words::number);
    }

    /** Why a text can't name a file: on Unix the locale decides which letters a name may have. */
    static String noPath(InvalidPathException strange) {
        return "'"
                + strange.getInput()
                + "' can't be a path here: set LANG to a UTF-8 locale, as in LANG=C.UTF-8, or use"
                + " another name";
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty, give a path");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException strange) {
            throw new TypeConversionException(noPath(strange));
        }
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException strange) {
            throw new TypeConversionException("'" + text + "' is not a whole number in range");
        }
    }

    private static long longWhole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException strange) {
            throw new TypeConversionException("'" + text + "' is not a whole number in range");
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException strange) {
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }
}
