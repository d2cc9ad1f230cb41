package pilotempo.attach;

/** The data folder can't be used; the message says why and what to do, in one line. */
public final class DataFolderProblem extends Exception {
    private static final long serialVersionUID = 1;

    /** With the sentence to show. */
    public DataFolderProblem(String message) {
        super(message);
    }
}
