package pilotempo.app;

import org.slf4j.LoggerFactory;

/** A program that logs before the log is set up. */
final class QuietCheck {
    private QuietCheck() {}

    public static void main(String[] args) {
        LoggerFactory.getLogger(QuietCheck.class).error("too early");
        System.out.println("end");
    }
}
