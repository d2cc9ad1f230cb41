package pilotempo.alert;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import pilotempo.alert.Delivery.Problem;
import pilotempo.web.WebClient;
import pilotempo.web.WebReply;

/**
 * A POST to an address of the user's. The address may hold a token, so it never leaves this class.
 */
final class WebhookChannel implements Channel {
    static final String NAME = "webhook";
    private static final int LONGEST = 3000;

    private final URI address;
    private final BodyTemplate template;
    private final WebClient web;

    WebhookChannel(URI address, BodyTemplate template, Duration timeout) {
        this.address = address;
        this.template = template;
        this.web = new WebClient("alert-webhook-http-", timeout);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public Delivery send(Parcel parcel) throws InterruptedException {
        var question =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", template.contentType())
                        .header("Idempotency-Key", parcel.id().toString())
                        .POST(BodyPublishers.ofString(template.filled(parcel)));
        return switch (web.ask(question)) {
            case WebReply.Lost lost -> Lost.later(lost.why());
            case WebReply.Answered answer -> judged(answer);
        };
    }

    private static Delivery judged(WebReply.Answered answer) {
        if (answer.good()) {
            return new Delivery.Taken();
        }
        var status = "" + answer.status();
        return switch (answer.status()) {
            case 408, 425, 429 ->
                    new Delivery.Later(Problem.of("busy"), RetryAfter.of(answer.headers()));
            case 400, 406, 411, 413, 415, 422 ->
                    new Delivery.Misconfigured(new Problem("body", status));
            case 401, 403, 407 -> new Delivery.Misconfigured(new Problem("access", status));
            default ->
                    answer.status() >= 500
                            ? new Delivery.Later(
                                    new Problem("server", status), RetryAfter.of(answer.headers()))
                            : new Delivery.Misconfigured(new Problem("url", status));
        };
    }

    @Override
    public void close() {
        web.close();
    }
}
