package pilotempo.alert;

/**
 * An alert in words.
 *
 * @param title what, in a few words
 * @param sentence the facts; may be empty
 * @param advice what to do; may be empty
 */
public record AlertText(String title, String sentence, String advice) {
    /** All of it, the title on the first line. */
    String whole() {
        var body = sentence + (sentence.isEmpty() || advice.isEmpty() ? "" : "\n") + advice;
        return body.isEmpty() ? title : title + "\n" + body;
    }
}
