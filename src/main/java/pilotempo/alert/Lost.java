package pilotempo.alert;

import java.util.Optional;
import pilotempo.alert.Delivery.Problem;
import pilotempo.web.WebReply;

/** Words for an answer that never came. */
final class Lost {
    private Lost() {}

    static Delivery later(WebReply.Why why) {
        var key =
                switch (why) {
                    case SILENT -> "silent";
                    case NO_CONNECTION -> "unreachable";
                    case BROKEN_OFF, TOO_LONG -> "broken";
                    case CLOSED -> "closed";
                };
        return new Delivery.Later(Problem.of(key), Optional.empty());
    }
}
