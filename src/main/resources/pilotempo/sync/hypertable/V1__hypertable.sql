-- Chunks of a week, rows that are there included. No second index: chunks of other times are not
-- looked at anyway.
SELECT ${ts}.create_hypertable('reading', ${ts}.by_range('time', INTERVAL '7 days'), create_default_indexes => false, migrate_data => true);
