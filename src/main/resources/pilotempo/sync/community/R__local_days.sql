-- A calendar day of the configured zone: made anew when that changes. Over quarters, not hours:
-- some zones are half an hour off.
DROP MATERIALIZED VIEW IF EXISTS reading_1d;

CREATE MATERIALIZED VIEW reading_1d
WITH (timescaledb.continuous, timescaledb.materialized_only = false) AS
SELECT battery_id, ${ts}.time_bucket('1 day', bucket, '${zone}') AS bucket,
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
SELECT ${ts}.add_continuous_aggregate_policy('reading_1d', start_offset => NULL, end_offset => INTERVAL '2 days', schedule_interval => INTERVAL '2 hours');

UPDATE server_identity SET zone = '${zone}';
