package pilotempo.app.cli;

import java.util.Locale;

/** A short code made from where a fault happened, so that reports of one fault match. */
public final class FaultCode {
    private FaultCode() {}

    /** Five characters, the same for the same fault in the same version. */
    public static String of(Throwable fault) {
        int hash = fault.getClass().getName().hashCode();
        for (var frame : fault.getStackTrace()) {
            hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
            if (frame.getClassName().startsWith("pilotempo.")) {
                break;
            }
        }
        var code = Integer.toUnsignedString(hash, 36).toUpperCase(Locale.ROOT);
        return code.substring(Math.max(0, code.length() - 5));
    }
}
