-- Which database this is; a copy that is restored elsewhere keeps it, the marks in sync_source say
-- what it has. The zone is that of the days in reading_1d.
CREATE TABLE server_identity (
    id       uuid        NOT NULL DEFAULT gen_random_uuid(),
    made_at  timestamptz NOT NULL DEFAULT now(),
    zone     text,
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one)
);
INSERT INTO server_identity DEFAULT VALUES;

-- How far each program has sent each of its streams, written in the transaction of the rows.
-- rollups_from and rollups_to: what was sent late and is not yet rolled up.
CREATE TABLE sync_source (
    source       uuid        NOT NULL,
    stream       text        NOT NULL,
    acked        bigint      NOT NULL,
    rollups_from timestamptz,
    rollups_to   timestamptz,
    changed_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, stream)
);

-- A battery is its MAC; id and name are people's words. Nameless while only its readings are known.
CREATE TABLE battery (
    battery_id    text PRIMARY KEY CHECK (battery_id ~ '^[0-9a-f]{12}$'),
    id            text,
    name          text,
    model         text,
    firmware      integer,
    first_seen_at timestamptz
);

-- Powers are positive when they leave the battery; the meter is positive when the house imports.
-- Unknown is NULL. BETWEEN refuses NaN and Infinity too. No foreign key: it halves the speed of
-- COPY, and whoever writes readings writes their battery in the same transaction.
CREATE TABLE reading (
    battery_id          text        NOT NULL,
    time                timestamptz NOT NULL CHECK (time >= '2020-01-01Z'),
    soc_pct             real CHECK (soc_pct BETWEEN 0 AND 100),
    power_w             real CHECK (power_w BETWEEN -1e5 AND 1e5),
    ongrid_power_w      real CHECK (ongrid_power_w BETWEEN -1e5 AND 1e5),
    offgrid_power_w     real CHECK (offgrid_power_w BETWEEN -1e5 AND 1e5),
    pv_power_w          real CHECK (pv_power_w BETWEEN -1e5 AND 1e5),
    temperature_c       real CHECK (temperature_c BETWEEN -60 AND 150),
    remaining_wh        real CHECK (remaining_wh BETWEEN 0 AND 1e6),
    rated_wh            real CHECK (rated_wh BETWEEN 0 AND 1e6),
    mode                text,
    meter_power_w       real CHECK (meter_power_w BETWEEN -1e6 AND 1e6),
    total_pv_wh         double precision CHECK (total_pv_wh BETWEEN 0 AND 1e12),
    total_grid_out_wh   double precision CHECK (total_grid_out_wh BETWEEN 0 AND 1e12),
    total_grid_in_wh    double precision CHECK (total_grid_in_wh BETWEEN 0 AND 1e12),
    total_load_wh       double precision CHECK (total_load_wh BETWEEN 0 AND 1e12),
    charging_allowed    boolean,
    discharging_allowed boolean,
    ct_connected        boolean,
    wifi_rssi_dbm       smallint CHECK (wifi_rssi_dbm BETWEEN -130 AND 0),
    PRIMARY KEY (battery_id, time)
);

CREATE TABLE event (
    event_id   uuid PRIMARY KEY,
    battery_id text REFERENCES battery,
    time       timestamptz NOT NULL,
    kind       text NOT NULL,
    mode       text,
    detail     text NOT NULL
);
CREATE INDEX event_by_time ON event (battery_id, time);

-- The colour of the Tempo day that begins at 06:00 local of its date.
CREATE TABLE tempo_day (
    day        date PRIMARY KEY,
    colour     text CHECK (colour IN ('BLUE', 'WHITE', 'RED')),
    status     text NOT NULL,
    source     text,
    fetched_at timestamptz
);

-- Energy at a battery's AC port in the quarter of an hour that begins at time.
CREATE TABLE battery_quarter (
    battery_id    text        NOT NULL REFERENCES battery,
    time          timestamptz NOT NULL,
    energy_in_wh  double precision CHECK (energy_in_wh >= 0 AND energy_in_wh < 'Infinity'),
    energy_out_wh double precision CHECK (energy_out_wh >= 0 AND energy_out_wh < 'Infinity'),
    PRIMARY KEY (battery_id, time)
);

-- The house ledger: what the house took from and gave to the grid with and without the batteries.
CREATE TABLE house_quarter (
    time              timestamptz PRIMARY KEY,
    import_with_wh    double precision NOT NULL,
    import_without_wh double precision NOT NULL,
    export_with_wh    double precision NOT NULL,
    export_without_wh double precision NOT NULL,
    import_avoided_wh double precision NOT NULL,
    import_added_wh   double precision NOT NULL,
    export_gained_wh  double precision NOT NULL,
    export_lost_wh    double precision NOT NULL,
    metered_ms        integer NOT NULL,
    known_ms          integer NOT NULL
);
