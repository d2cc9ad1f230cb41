package pilotempo.app.cli;

import pilotempo.live.Diagnosis;

/** What a link's state means and what to do, for a terminal. */
final class LinkAdvice {
    private LinkAdvice() {}

    static String of(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case STARTING -> "not asked yet";
            case GOOD -> "answers";
            case LOSSY -> "answers, but loses much: check its Wi-Fi, or raise poll.interval";
            case BUSY -> "another program talks to it: end that, or let only one of them ask";
            case SILENT ->
                    "answered before and is silent now: its local API may have switched itself off;"
                            + " look in the Marstek app, or restart the battery";
            case UNREACHABLE ->
                    "no answer: is it on this network, its local API switched on in the Marstek"
                            + " app, and the port the one shown there?";
            case STRANGER ->
                    "another battery answers there: correct host in the settings, or give its mac"
                            + " there";
            case UNRESOLVED ->
                    "its host name does not resolve: check it, or give its address or MAC";
            case NOT_FOUND ->
                    "not found on the network yet: is its local API switched on in the Marstek"
                            + " app?";
        };
    }
}
