-- Without TimescaleDB's Community licence: the same names and columns as its roll-ups, computed
-- when asked.
CREATE VIEW reading_15m AS
SELECT battery_id, date_bin('15 minutes', time, '2000-01-01Z') AS bucket,
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
GROUP BY 1, 2;

CREATE VIEW reading_1h AS
SELECT battery_id, date_bin('1 hour', time, '2000-01-01Z') AS bucket,
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
GROUP BY 1, 2;
