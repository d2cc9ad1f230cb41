package pilotempo.sync;

/**
 * Why a server takes nothing now.
 *
 * @param kind for those who say it in words of their own
 * @param sentence in English, one line with the way out
 * @param detail what the server or the driver said; may be empty
 */
public record SyncProblem(Kind kind, String sentence, String detail) {
    /** What is wrong. */
    public enum Kind {
        /** {@code database.url} is no address of a PostgreSQL. */
        ADDRESS(true),
        /** The encrypted connection can't be made as the settings want it. */
        ENCRYPTION(true),
        /** The role or its password is refused. */
        ROLE(true),
        /** There is no such database. */
        DATABASE(true),
        /** The role lacks a privilege. */
        PRIVILEGE(true),
        /** The schema is missing, old or changed by others. */
        SCHEMA(true),
        /** The server can't read what the settings have the driver ask. */
        QUESTION(true),
        /** No host has that name. */
        HOST_NAME(false),
        /** Nobody answers. */
        SILENT(false),
        /** The server starts or stops. */
        STARTING(false),
        /** The server takes no changes. */
        READ_ONLY(false),
        /** The server's disk is full. */
        DISK_FULL(false),
        /** The server has no free connection. */
        CONNECTIONS(false),
        /** The server refuses for another reason. */
        REFUSED(false),
        /** The local database can't be read. */
        HERE(false),
        /** A fault of this program. */
        FAULT(false);

        private final boolean configuration;

        Kind(boolean configuration) {
            this.configuration = configuration;
        }

        /** Whether it stays until somebody changes something. */
        boolean isConfiguration() {
            return configuration;
        }
    }
}
