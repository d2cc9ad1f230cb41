package pilotempo.app;

/** The program's real start, on a Java that is new enough. */
public final class Launcher {
    private Launcher() {}

    /** Runs one command line. */
    public static void main(String[] args) {
        System.exit(args.length == 0 ? 0 : 2);
    }
}
