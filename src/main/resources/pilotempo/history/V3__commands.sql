-- Each statement may be run again: a kill in the middle leaves the rest to the next start.
-- The journal: every command, its newest state. Times are UTC epoch milliseconds, powers are positive
-- when they leave the battery. changed is its number on the way to a server; a later state gets a new
-- one.
CREATE TABLE IF NOT EXISTS command (
    seq         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    command_id  UUID NOT NULL UNIQUE,
    battery_no  SMALLINT NOT NULL,
    time        BIGINT NOT NULL,
    author      VARCHAR(20) NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    power_w     INT,         -- of Passive and of a slot
    duration_ms BIGINT,      -- of Passive
    until       BIGINT,
    slot        SMALLINT,
    slot_from   VARCHAR(18), -- local time of the battery
    slot_to     VARCHAR(18),
    slot_days   VARCHAR(27), -- mon,tue,…
    setting     INT,         -- depth of discharge in per cent; light 1 or 0
    why         VARCHAR(1000) NOT NULL,
    result      VARCHAR(20) NOT NULL,
    sends       INT NOT NULL,
    latency_ms  BIGINT,
    detail      VARCHAR(1000) NOT NULL,
    changed     BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS command_time ON command (time, seq);
CREATE INDEX IF NOT EXISTS command_battery_time ON command (battery_no, time, seq);
CREATE INDEX IF NOT EXISTS command_changed ON command (changed);

-- One row an episode.
CREATE TABLE IF NOT EXISTS alert (
    seq         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id    UUID NOT NULL UNIQUE,
    kind        VARCHAR(40) NOT NULL,
    battery_no  SMALLINT,    -- NULL: the whole house
    raised_at   BIGINT NOT NULL,
    resolved_at BIGINT,      -- NULL: it lasts
    urgent      BOOLEAN NOT NULL,
    seen        BOOLEAN NOT NULL,
    args        VARCHAR(1000) ARRAY[100] NOT NULL
);
CREATE INDEX IF NOT EXISTS alert_raised_at ON alert (raised_at, seq);
CREATE INDEX IF NOT EXISTS alert_resolved_at ON alert (resolved_at);

-- Messages on their way to a channel, and those that went.
CREATE TABLE IF NOT EXISTS alert_message (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id UUID NOT NULL UNIQUE,
    alert_id   UUID NOT NULL,
    channel    VARCHAR(40) NOT NULL,
    resolved   BOOLEAN NOT NULL,
    content    VARCHAR(2000) NOT NULL,
    queued_at  BIGINT NOT NULL,
    due        BIGINT NOT NULL,
    state      VARCHAR(10) NOT NULL,
    tries      INT NOT NULL,
    problem    VARCHAR(1000) NOT NULL
);
CREATE INDEX IF NOT EXISTS alert_message_queued_at ON alert_message (queued_at, seq);
CREATE INDEX IF NOT EXISTS alert_message_state ON alert_message (state);

-- Room for the prefix of what other features keep there.
ALTER TABLE fact ALTER COLUMN name SET DATA TYPE VARCHAR(60);
