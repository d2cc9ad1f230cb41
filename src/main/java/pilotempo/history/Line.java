package pilotempo.history;

/** One row of an export or one point of a chart. */
sealed interface Line {
    /** The reading's time or the bucket's begin, epoch milliseconds. */
    long time();

    /** A reading. */
    record Raw(Row row) implements Line {
        @Override
        public long time() {
            return row.time();
        }
    }

    /** A bucket with at least one sample. */
    record Rolled(Bucket bucket) implements Line {
        @Override
        public long time() {
            return bucket.begin;
        }
    }
}
