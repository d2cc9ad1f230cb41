package pilotempo.sync;

import java.util.UUID;

/**
 * What a server is, once its schema is ready.
 *
 * @param kind extension and licence
 * @param version for people
 * @param identity of its database
 * @param owner whether our role may change the schema and run its jobs
 * @param extensionSchema where TimescaleDB's functions are; empty without it
 */
record ServerInfo(
        ServerKind kind, String version, UUID identity, boolean owner, String extensionSchema) {}
