package pilotempo.web;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What became of a question. */
public sealed interface WebReply {
    /**
     * A server answered.
     *
     * @param status HTTP's
     * @param headers its headers
     * @param body its text, as far as it came
     * @param cut why the body did not come to its end; empty when it is whole
     */
    record Answered(int status, HttpHeaders headers, String body, Optional<Why> cut)
            implements WebReply {
        /** Whether the server says that all is well. */
        public boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /** No status came. */
    record Lost(Why why) implements WebReply {}

    /** Why a reply did not come, or not to its end. */
    enum Why {
        /** It took longer than the time-out. */
        SILENT,
        /** There is no way to the server. */
        NO_CONNECTION,
        /** The connection broke off, or what came is no HTTP. */
        BROKEN_OFF,
        /** More came than anybody needs. */
        TOO_LONG,
        /** This client is closed. */
        CLOSED
    }
}
