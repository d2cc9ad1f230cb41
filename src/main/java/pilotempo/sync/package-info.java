/**
 * The way to TimescaleDB or PostgreSQL: schema, cursor, batches, back-off. The face is {@link
 * pilotempo.sync.Sync}, opened by {@link pilotempo.sync.ServerSync}.
 */
@NullMarked
package pilotempo.sync;

import org.jspecify.annotations.NullMarked;
