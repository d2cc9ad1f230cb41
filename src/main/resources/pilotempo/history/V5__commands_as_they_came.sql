-- The newest commands of a battery are those noted last: their times follow a clock that may be set back.
CREATE INDEX IF NOT EXISTS command_battery_seq ON command (battery_no, seq);
