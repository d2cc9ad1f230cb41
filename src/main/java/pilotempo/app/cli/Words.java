package pilotempo.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

    /** Why a file can't be read or written, with the way out. */
    static String ofFile(IOException refused, Path place) {
        var reason = String.valueOf(refused.getMessage());
        if (refused instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read or written: check its permissions";
        }
        if (reason.contains("No space left")) {
            return "the disk of " + place + " is full: make room, then try again";
        }
        return reason;
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
