-- Each statement may be run again: a kill in the middle leaves the rest to the next start.
-- What leaves for a server, in the order of its numbers. A row that changes gets a new number; the
-- writer takes numbers in blocks of 1,000, so that each costs no statement.
CREATE SEQUENCE IF NOT EXISTS change_block START WITH 1;

ALTER TABLE battery ADD COLUMN IF NOT EXISTS changed BIGINT DEFAULT 0 NOT NULL;
UPDATE battery SET changed = battery_no;
CREATE INDEX IF NOT EXISTS battery_changed ON battery (changed);

ALTER TABLE tempo_day ADD COLUMN IF NOT EXISTS changed BIGINT DEFAULT 0 NOT NULL;
UPDATE tempo_day SET changed = ROWNUM();
CREATE INDEX IF NOT EXISTS tempo_day_changed ON tempo_day (changed);

-- A quarter without samples and without energy (n = 0) is what a late reading left of one: it stays,
-- so that the server hears of it.
ALTER TABLE rollup_15m ADD COLUMN IF NOT EXISTS changed BIGINT DEFAULT 0 NOT NULL;
UPDATE rollup_15m SET changed = ROWNUM();
CREATE INDEX IF NOT EXISTS rollup_15m_changed ON rollup_15m (changed);

-- Numbers above all that were given just now.
ALTER SEQUENCE change_block RESTART WITH
    ((SELECT COUNT(*) FROM rollup_15m) + (SELECT COUNT(*) FROM tempo_day)) / 1000 + 1;

-- The house ledger, Wh, one line a quarter of an hour.
CREATE TABLE IF NOT EXISTS house_quarter (
    bucket            BIGINT PRIMARY KEY,
    import_with_wh    DOUBLE PRECISION NOT NULL,
    import_without_wh DOUBLE PRECISION NOT NULL,
    export_with_wh    DOUBLE PRECISION NOT NULL,
    export_without_wh DOUBLE PRECISION NOT NULL,
    import_avoided_wh DOUBLE PRECISION NOT NULL,
    import_added_wh   DOUBLE PRECISION NOT NULL,
    export_gained_wh  DOUBLE PRECISION NOT NULL,
    export_lost_wh    DOUBLE PRECISION NOT NULL,
    metered_ms        INT NOT NULL,
    known_ms          INT NOT NULL,
    changed           BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS house_quarter_changed ON house_quarter (changed);

CREATE TABLE IF NOT EXISTS event (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   UUID NOT NULL UNIQUE,
    battery_no SMALLINT,
    time       BIGINT NOT NULL,
    kind       VARCHAR(20) NOT NULL,
    mode       TINYINT,
    detail     VARCHAR(2000) NOT NULL
);

-- How far each server has taken each stream.
CREATE TABLE IF NOT EXISTS sync_mark (
    target UUID NOT NULL,
    stream VARCHAR(20) NOT NULL,
    acked  BIGINT NOT NULL,
    noted  BIGINT NOT NULL, -- rises: the server heard last has the highest
    PRIMARY KEY (target, stream)
);

-- Rows that a server will never take.
CREATE TABLE IF NOT EXISTS sync_rejected (
    stream VARCHAR(20) NOT NULL,
    seq    BIGINT NOT NULL,
    time   BIGINT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    content VARCHAR(4000) NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- The highest number of a reading when each day (UTC) on which the program ran began: what is older
-- than history.raw-days counts from when it was stored, not from when it was measured.
CREATE TABLE IF NOT EXISTS stored_by_day (
    stored_on DATE PRIMARY KEY,
    seq       BIGINT NOT NULL
);

-- Every value is checked before it comes here; checked again by H2, in decimal arithmetic, it costs
-- more than all the rest of storing a reading (docs/decisions/0003).
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B3;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B31;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_0;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_1;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_2;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_3;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_4;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_5;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_6;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_7;
ALTER TABLE reading DROP CONSTRAINT IF EXISTS CONSTRAINT_6B315A6C_8;

-- Up to here readings were purged: what a quarter knows from then is not computed again.
ALTER TABLE battery ADD COLUMN IF NOT EXISTS purged_before BIGINT DEFAULT 0 NOT NULL;
