package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Device;
import pilotempo.lifecycle.Time;

/** A battery's line over UDP. Callers wait on their own threads; the socket's thread wakes them. */
final class UdpLine implements BatteryLine {
    private final LineParts parts;
    private final Turns turns;
    private final Receiver receiver;
    private final Sender sender;

    UdpLine(LineSettings settings, Neighbours neighbours, Time time) {
        parts = LineParts.of(settings, neighbours, time);
        turns = new Turns(time, () -> parts.quiet().until(parts.gap()));
        receiver = new Receiver(parts);
        sender = new Sender(parts, turns, receiver);
    }

    @Override
    public String id() {
        return parts.id();
    }

    @Override
    public Reply ask(Query query) throws InterruptedException {
        return ask(Turns.Rank.READ, query, Haste.NONE);
    }

    @Override
    public Reply check(Query query, Haste haste) throws InterruptedException {
        return ask(Turns.Rank.CHECK, query, haste);
    }

    private Reply ask(Turns.Rank rank, Query query, Haste haste) throws InterruptedException {
        return switch (sender.exchange(rank, () -> Call.of(query), haste)) {
            case Outcome.Unsent(var why) -> new Reply.NotSent(why);
            case Outcome.NothingCame(var waited) -> new Reply.Lost(waited);
            case Outcome.Came came ->
                    switch (came.answer()) {
                        case Message.Failure(_, _, var code, var text) ->
                                new Reply.Refused(code, text, came.latency());
                        case Message.Result result ->
                                answered(query, result, came.arrival(), came.latency());
                    };
        };
    }

    private Reply answered(Query query, Message.Result result, Arrival arrival, Duration latency) {
        var device = query == Query.IDENTITY ? device(result) : Optional.<Device>empty();
        device.ifPresent(this::learn);
        var told = result.source().model().map(Family::of).orElse(Family.UNKNOWN);
        return new Reply.Answered(
                Normaliser.observe(query, result.result(), parts.quirks(told)),
                device,
                arrival.at(),
                latency,
                arrival.text());
    }

    /** What a reply to Marstek.GetDevice says; some firmware tells its MAC in {@code src} only. */
    static Optional<Device> device(Message.Result reply) {
        var fields = new Fields(reply.result());
        var ver = fields.whole("ver");
        var model = fields.text("device").or(reply.source()::model);
        var mac = reply.source().mac();
        return ver == null || model.isEmpty() || mac.isEmpty()
                ? Optional.empty()
                : Optional.of(new Device(mac.get(), model.get(), ver));
    }

    private void learn(Device device) {
        parts.identity().learn(device);
        turns.quietChanged();
    }

    @Override
    public Acknowledgement order(Supplier<BatteryCommand> command, Haste haste)
            throws InterruptedException {
        var outcome =
                sender.exchange(
                        Turns.Rank.WRITE,
                        () -> ModeRequest.of(command.get(), parts.quirks().family()),
                        haste);
        return switch (outcome) {
            case Outcome.Unsent(var why) -> new Acknowledgement.NotSent(why);
            case Outcome.NothingCame(var waited) -> new Acknowledgement.Lost(waited);
            case Outcome.Came came -> acknowledged(came);
        };
    }

    private static Acknowledgement acknowledged(Outcome.Came came) {
        return switch (came.answer()) {
            case Message.Failure(_, _, var code, var text) ->
                    new Acknowledgement.Refused(text + " (" + code + ")");
            case Message.Result result
                    when Boolean.FALSE.equals(new Fields(result.result()).flag("set_result")) ->
                    new Acknowledgement.Refused(
                            "the battery refuses, is busy, or is in that mode already");
            case Message.Result _ -> new Acknowledgement.Received(came.latency());
        };
    }

    @Override
    public boolean supports(Query query) {
        return !parts.quirks().unanswered().contains(query);
    }

    @Override
    public void moveTo(InetSocketAddress address) {
        parts.whereabouts().moveTo(address);
    }

    @Override
    public LineState state() {
        var address = Optional.ofNullable(parts.whereabouts().address());
        return new LineState(
                address,
                parts.identity().mac(),
                parts.identity().seenAt(address.orElse(null)),
                parts.identity().stranger(),
                parts.identity().device(),
                parts.gap(),
                parts.patience().timeOut(),
                sender.ephemeral(),
                parts.tally().counts());
    }

    Receiver receiver() {
        return receiver;
    }

    Turns turns() {
        return turns;
    }

    /** A probe was sent to it, and the time to answer is over. */
    void probeEnded() {
        parts.quiet().ended(parts.time().ticker().nanos());
    }

    @Nullable InetSocketAddress address() {
        return parts.whereabouts().address();
    }

    int port() {
        return parts.whereabouts().port();
    }

    void close() {
        turns.close();
        sender.callOff();
    }
}
