package pilotempo.alert;

/** A way to people. */
interface Channel extends AutoCloseable {
    /** {@code telegram}, {@code webhook}. */
    String name();

    /** How many characters a parcel may have. */
    int longest();

    /** Sends, once. Waits for the answer or the time-out. */
    Delivery send(Parcel parcel) throws InterruptedException;

    @Override
    void close();
}
