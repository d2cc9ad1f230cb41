-- The journal: every command ever sent to a battery, its newest state. Powers are positive when they
-- leave the battery.
CREATE TABLE command (
    command_id  uuid PRIMARY KEY,
    battery_id  text NOT NULL REFERENCES battery,
    time        timestamptz NOT NULL,
    author      text NOT NULL,
    kind        text NOT NULL,
    power_w     integer,     -- of Passive and of a slot
    duration_ms bigint,      -- of Passive
    until       timestamptz,
    slot        smallint,
    slot_from   text,        -- local time of the battery
    slot_to     text,
    slot_days   text,        -- mon,tue,…
    setting     integer,     -- depth of discharge in per cent; light 1 or 0
    why         text NOT NULL,
    result      text NOT NULL,
    sends       integer NOT NULL,
    latency_ms  bigint,
    detail      text NOT NULL
);
CREATE INDEX command_by_time ON command (battery_id, time);

-- Whoever may read or write a battery's quarters may do the same here.
DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT DISTINCT grantee, privilege_type FROM information_schema.role_table_grants
        WHERE table_schema = 'pilotempo' AND table_name = 'battery_quarter' AND grantee <> current_user
    LOOP
        EXECUTE format('GRANT %s ON pilotempo.command TO %s', given.privilege_type,
            CASE given.grantee WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident(given.grantee) END);
    END LOOP;
END
$$;
