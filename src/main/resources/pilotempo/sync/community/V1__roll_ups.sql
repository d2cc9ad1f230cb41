-- TimescaleDB under its Community licence: compression, and roll-ups kept by the server. The plain
-- views of an earlier day go; their names and columns stay. Sums and counts, never averages:
-- averages of averages are wrong. No start offset: late rows of any age are rolled up, and only the
-- buckets they touched are computed again. No retention: nothing is ever erased.
DROP VIEW IF EXISTS reading_15m, reading_1h, reading_1d;

ALTER TABLE reading SET (timescaledb.compress, timescaledb.compress_segmentby = 'battery_id', timescaledb.compress_orderby = 'time');
SELECT ${ts}.add_compression_policy('reading', compress_after => INTERVAL '14 days');

CREATE MATERIALIZED VIEW reading_15m
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT battery_id, ${ts}.time_bucket('15 minutes', time) AS bucket,
       count(*) AS n,
       count(soc_pct) AS soc_pct_n, sum(soc_pct::float8) AS soc_pct_sum, min(soc_pct) AS soc_pct_min, max(soc_pct) AS soc_pct_max,
       count(power_w) AS power_w_n, sum(power_w::float8) AS power_w_sum, min(power_w) AS power_w_min, max(power_w) AS power_w_max,
       count(ongrid_power_w) AS ongrid_power_w_n, sum(ongrid_power_w::float8) AS ongrid_power_w_sum, min(ongrid_power_w) AS ongrid_power_w_min, max(ongrid_power_w) AS ongrid_power_w_max,
       count(offgrid_power_w) AS offgrid_power_w_n, sum(offgrid_power_w::float8) AS offgrid_power_w_sum, min(offgrid_power_w) AS offgrid_power_w_min, max(offgrid_power_w) AS offgrid_power_w_max,
       count(pv_power_w) AS pv_power_w_n, sum(pv_power_w::float8) AS pv_power_w_sum, min(pv_power_w) AS pv_power_w_min, max(pv_power_w) AS pv_power_w_max,
       count(temperature_c) AS temperature_c_n, sum(temperature_c::float8) AS temperature_c_sum, min(temperature_c) AS temperature_c_min, max(temperature_c) AS temperature_c_max,
       count(meter_power_w) AS meter_power_w_n, sum(meter_power_w::float8) AS meter_power_w_sum, min(meter_power_w) AS meter_power_w_min, max(meter_power_w) AS meter_power_w_max,
       min(total_pv_wh) AS total_pv_wh_min, max(total_pv_wh) AS total_pv_wh_max,
       min(total_grid_out_wh) AS total_grid_out_wh_min, max(total_grid_out_wh) AS total_grid_out_wh_max,
       min(total_grid_in_wh) AS total_grid_in_wh_min, max(total_grid_in_wh) AS total_grid_in_wh_max,
       min(total_load_wh) AS total_load_wh_min, max(total_load_wh) AS total_load_wh_max
FROM reading
GROUP BY 1, 2
WITH NO DATA;
SELECT ${ts}.add_continuous_aggregate_policy('reading_15m', start_offset => NULL, end_offset => INTERVAL '30 minutes', schedule_interval => INTERVAL '5 minutes');

CREATE MATERIALIZED VIEW reading_1h
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT battery_id, ${ts}.time_bucket('1 hour', bucket) AS bucket,
       sum(n)::bigint AS n,
       sum(soc_pct_n)::bigint AS soc_pct_n, sum(soc_pct_sum) AS soc_pct_sum, min(soc_pct_min) AS soc_pct_min, max(soc_pct_max) AS soc_pct_max,
       sum(power_w_n)::bigint AS power_w_n, sum(power_w_sum) AS power_w_sum, min(power_w_min) AS power_w_min, max(power_w_max) AS power_w_max,
       sum(ongrid_power_w_n)::bigint AS ongrid_power_w_n, sum(ongrid_power_w_sum) AS ongrid_power_w_sum, min(ongrid_power_w_min) AS ongrid_power_w_min, max(ongrid_power_w_max) AS ongrid_power_w_max,
       sum(offgrid_power_w_n)::bigint AS offgrid_power_w_n, sum(offgrid_power_w_sum) AS offgrid_power_w_sum, min(offgrid_power_w_min) AS offgrid_power_w_min, max(offgrid_power_w_max) AS offgrid_power_w_max,
       sum(pv_power_w_n)::bigint AS pv_power_w_n, sum(pv_power_w_sum) AS pv_power_w_sum, min(pv_power_w_min) AS pv_power_w_min, max(pv_power_w_max) AS pv_power_w_max,
       sum(temperature_c_n)::bigint AS temperature_c_n, sum(temperature_c_sum) AS temperature_c_sum, min(temperature_c_min) AS temperature_c_min, max(temperature_c_max) AS temperature_c_max,
       sum(meter_power_w_n)::bigint AS meter_power_w_n, sum(meter_power_w_sum) AS meter_power_w_sum, min(meter_power_w_min) AS meter_power_w_min, max(meter_power_w_max) AS meter_power_w_max,
       min(total_pv_wh_min) AS total_pv_wh_min, max(total_pv_wh_max) AS total_pv_wh_max,
       min(total_grid_out_wh_min) AS total_grid_out_wh_min, max(total_grid_out_wh_max) AS total_grid_out_wh_max,
       min(total_grid_in_wh_min) AS total_grid_in_wh_min, max(total_grid_in_wh_max) AS total_grid_in_wh_max,
       min(total_load_wh_min) AS total_load_wh_min, max(total_load_wh_max) AS total_load_wh_max
FROM reading_15m
GROUP BY 1, 2
WITH NO DATA;
SELECT ${ts}.add_continuous_aggregate_policy('reading_1h', start_offset => NULL, end_offset => INTERVAL '2 hours', schedule_interval => INTERVAL '30 minutes');

-- What is there already is rolled up by the first program that comes.
INSERT INTO sync_source (source, stream, acked, rollups_from, rollups_to)
SELECT '00000000-0000-0000-0000-000000000000', 'moved up', 0, min(time), max(time) FROM reading HAVING count(*) > 0;
