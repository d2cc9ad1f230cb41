package pilotempo.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
    /** The version, or "(not packaged)" when run from class files. */
    static String number() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "pilotempo " + number(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }
}
