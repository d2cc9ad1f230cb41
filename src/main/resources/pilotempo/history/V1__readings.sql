-- One row a battery: local short numbers keep the readings small.
CREATE TABLE battery (
    battery_no  SMALLINT PRIMARY KEY,
    mac         VARCHAR(12) NOT NULL UNIQUE,
    id          VARCHAR(80) NOT NULL,
    name        VARCHAR(200) NOT NULL,
    model       VARCHAR(80) NOT NULL,
    firmware    INT NOT NULL,
    unsupported VARCHAR(2000) NOT NULL,
    first_seen  BIGINT NOT NULL
);

-- No foreign keys: their index on battery_no alone would be taken instead of the right one.
-- seq is the order of commits (one writer) and H2's own row key. Times are UTC epoch milliseconds.
-- Powers are positive when they leave the battery; the meter is positive when the house imports.
CREATE TABLE reading (
    seq                 BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    battery_no          SMALLINT NOT NULL,
    time                BIGINT NOT NULL CHECK (time >= 1577836800000),
    soc_pct             REAL CHECK (soc_pct BETWEEN 0 AND 100),
    power_w             REAL CHECK (power_w BETWEEN -1e5 AND 1e5),
    ongrid_power_w      REAL CHECK (ongrid_power_w BETWEEN -1e5 AND 1e5),
    offgrid_power_w     REAL CHECK (offgrid_power_w BETWEEN -1e5 AND 1e5),
    pv_power_w          REAL CHECK (pv_power_w BETWEEN -1e5 AND 1e5),
    temperature_c       REAL CHECK (temperature_c BETWEEN -60 AND 150),
    remaining_wh        REAL CHECK (remaining_wh BETWEEN 0 AND 1e6),
    rated_wh            REAL CHECK (rated_wh BETWEEN 0 AND 1e6),
    meter_power_w       REAL CHECK (meter_power_w BETWEEN -1e6 AND 1e6),
    total_pv_wh         DOUBLE PRECISION CHECK (total_pv_wh BETWEEN 0 AND 1e12),
    total_grid_out_wh   DOUBLE PRECISION CHECK (total_grid_out_wh BETWEEN 0 AND 1e12),
    total_grid_in_wh    DOUBLE PRECISION CHECK (total_grid_in_wh BETWEEN 0 AND 1e12),
    total_load_wh       DOUBLE PRECISION CHECK (total_load_wh BETWEEN 0 AND 1e12),
    wifi_rssi_dbm       SMALLINT CHECK (wifi_rssi_dbm BETWEEN -130 AND 0),
    mode                TINYINT CHECK (mode BETWEEN 0 AND 99),
    charging_allowed    BOOLEAN,
    discharging_allowed BOOLEAN,
    ct_connected        BOOLEAN,
    UNIQUE (battery_no, time)
);

-- A quarter of an hour. A row without samples (n = 0) carries energy spread over a gap.
CREATE TABLE rollup_15m (
    battery_no SMALLINT NOT NULL,
    bucket BIGINT NOT NULL,
    n INT NOT NULL,
    soc_pct_n INT NOT NULL, soc_pct_sum DOUBLE PRECISION, soc_pct_min REAL, soc_pct_max REAL,
    power_w_n INT NOT NULL, power_w_sum DOUBLE PRECISION, power_w_min REAL, power_w_max REAL,
    ongrid_power_w_n INT NOT NULL, ongrid_power_w_sum DOUBLE PRECISION, ongrid_power_w_min REAL, ongrid_power_w_max REAL,
    offgrid_power_w_n INT NOT NULL, offgrid_power_w_sum DOUBLE PRECISION, offgrid_power_w_min REAL, offgrid_power_w_max REAL,
    pv_power_w_n INT NOT NULL, pv_power_w_sum DOUBLE PRECISION, pv_power_w_min REAL, pv_power_w_max REAL,
    temperature_c_n INT NOT NULL, temperature_c_sum DOUBLE PRECISION, temperature_c_min REAL, temperature_c_max REAL,
    meter_power_w_n INT NOT NULL, meter_power_w_sum DOUBLE PRECISION, meter_power_w_min REAL, meter_power_w_max REAL,
    energy_in_wh DOUBLE PRECISION, energy_out_wh DOUBLE PRECISION,
    PRIMARY KEY (battery_no, bucket)
);

-- One hour, the sum of its quarters.
CREATE TABLE rollup_1h (
    battery_no SMALLINT NOT NULL,
    bucket BIGINT NOT NULL,
    n INT NOT NULL,
    soc_pct_n INT NOT NULL, soc_pct_sum DOUBLE PRECISION, soc_pct_min REAL, soc_pct_max REAL,
    power_w_n INT NOT NULL, power_w_sum DOUBLE PRECISION, power_w_min REAL, power_w_max REAL,
    ongrid_power_w_n INT NOT NULL, ongrid_power_w_sum DOUBLE PRECISION, ongrid_power_w_min REAL, ongrid_power_w_max REAL,
    offgrid_power_w_n INT NOT NULL, offgrid_power_w_sum DOUBLE PRECISION, offgrid_power_w_min REAL, offgrid_power_w_max REAL,
    pv_power_w_n INT NOT NULL, pv_power_w_sum DOUBLE PRECISION, pv_power_w_min REAL, pv_power_w_max REAL,
    temperature_c_n INT NOT NULL, temperature_c_sum DOUBLE PRECISION, temperature_c_min REAL, temperature_c_max REAL,
    meter_power_w_n INT NOT NULL, meter_power_w_sum DOUBLE PRECISION, meter_power_w_min REAL, meter_power_w_max REAL,
    energy_in_wh DOUBLE PRECISION, energy_out_wh DOUBLE PRECISION,
    PRIMARY KEY (battery_no, bucket)
);

-- One local calendar day of the configured zone (23, 24 or 25 h), the sum of its quarters.
CREATE TABLE rollup_1d (
    battery_no SMALLINT NOT NULL,
    bucket BIGINT NOT NULL,
    n INT NOT NULL,
    soc_pct_n INT NOT NULL, soc_pct_sum DOUBLE PRECISION, soc_pct_min REAL, soc_pct_max REAL,
    power_w_n INT NOT NULL, power_w_sum DOUBLE PRECISION, power_w_min REAL, power_w_max REAL,
    ongrid_power_w_n INT NOT NULL, ongrid_power_w_sum DOUBLE PRECISION, ongrid_power_w_min REAL, ongrid_power_w_max REAL,
    offgrid_power_w_n INT NOT NULL, offgrid_power_w_sum DOUBLE PRECISION, offgrid_power_w_min REAL, offgrid_power_w_max REAL,
    pv_power_w_n INT NOT NULL, pv_power_w_sum DOUBLE PRECISION, pv_power_w_min REAL, pv_power_w_max REAL,
    temperature_c_n INT NOT NULL, temperature_c_sum DOUBLE PRECISION, temperature_c_min REAL, temperature_c_max REAL,
    meter_power_w_n INT NOT NULL, meter_power_w_sum DOUBLE PRECISION, meter_power_w_min REAL, meter_power_w_max REAL,
    energy_in_wh DOUBLE PRECISION, energy_out_wh DOUBLE PRECISION,
    PRIMARY KEY (battery_no, bucket)
);

-- The colour of the Tempo day that begins at 06:00 local of its date.
CREATE TABLE tempo_day (
    tempo_date DATE PRIMARY KEY,
    colour     VARCHAR(5) NOT NULL CHECK (colour IN ('BLUE', 'WHITE', 'RED')),
    status     VARCHAR(11) NOT NULL CHECK (status IN ('CONFIRMED', 'PROVISIONAL')),
    source     VARCHAR(40),
    fetched_at BIGINT
);

-- Facts about this file: the zone that its days follow.
CREATE TABLE fact (
    name    VARCHAR(40) PRIMARY KEY,
    content VARCHAR(200) NOT NULL
);
