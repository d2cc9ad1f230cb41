package pilotempo.marstek;

/** Who waits for a flight: a line or a probe. Called on the socket's thread; must not wait. */
interface Asker {
    /**
     * A reply with the flight's id has come.
     *
     * @return whether it came from where it should; else it is another's
     */
    boolean arrived(Flight flight, Arrival arrival, Message.Answer answer);
}
