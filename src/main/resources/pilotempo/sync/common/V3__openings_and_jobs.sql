-- Which run of the program sent the row of a mark: an older copy of its database, put back by hand,
-- does not know that run. rollups_noted counts what came late, so that what comes while it is rolled
-- up is not forgotten.
ALTER TABLE sync_source ADD COLUMN opening uuid, ADD COLUMN rollups_noted bigint NOT NULL DEFAULT 0;

-- When TimescaleDB's jobs were made: those of a moment ago have not run yet. NULL: with the schema.
ALTER TABLE server_identity ADD COLUMN jobs_made_at timestamptz;
