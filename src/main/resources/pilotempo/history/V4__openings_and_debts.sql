-- Each statement may be run again: a kill in the middle leaves the rest to the next start.
-- Each run that changed something, with the highest number that each stream had before it
-- (word=number,…). A server keeps beside its marks which of them it heard last: a file that does not
-- know it, or ended it at a lower number, is an older copy put back by hand.
CREATE TABLE IF NOT EXISTS opening (
    opening_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opening_id UUID NOT NULL UNIQUE,
    newest     VARCHAR(1000) NOT NULL
);

-- Stretches whose roll-ups, or house ledger (no battery), are still to be computed again, step by
-- step: what a battery that was away for a year changes is too much for one transaction.
CREATE TABLE IF NOT EXISTS unreckoned (
    debt_no    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    battery_no SMALLINT,
    from_ms    BIGINT NOT NULL,
    to_ms      BIGINT NOT NULL
);
