package pilotempo.app.cli;

/** What {@code doctor} found, in one line with what to do. */
record Finding(Verdict verdict, String text) {
    /** How much it matters. */
    enum Verdict {
        OK("ok  "),
        NOTE("note"),
        FAIL("FAIL");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding ok(String text) {
        return new Finding(Verdict.OK, text);
    }

    static Finding note(String text) {
        return new Finding(Verdict.NOTE, text);
    }

    static Finding fail(String text) {
        return new Finding(Verdict.FAIL, text);
    }
}
