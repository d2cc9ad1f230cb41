package pilotempo.cost;

/** Answers what energy cost. Thread-safe; waits for the disk, interruptible. */
public interface Costs {
    /** Energy and money of a stretch of Tempo days. */
    CostReport report(CostQuery query) throws InterruptedException;

    /** What is stored in the batteries now, and what that is worth at the next peak prices. */
    StoredEnergy stored();
}
