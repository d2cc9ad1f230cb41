-- A server whose clock is an hour before the clock of those who send rolls up no quarter that is
-- still going on: what came later into it would be hidden until the next refresh.
SELECT ${ts}.remove_continuous_aggregate_policy('reading_15m');
SELECT ${ts}.add_continuous_aggregate_policy('reading_15m', start_offset => NULL, end_offset => INTERVAL '2 hours', schedule_interval => INTERVAL '5 minutes');
