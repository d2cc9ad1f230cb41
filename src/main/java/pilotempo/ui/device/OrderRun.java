package pilotempo.ui.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilotempo.control.BadOrder;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.engine.Refused;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * Orders that are carried out one after the other, never in a burst, off the FX thread. FX thread.
 */
final class OrderRun {
    private final UiContext context;
    private final OrderWords words;
    private final Consumer<Report> told;
    private @Nullable Report last;
    private boolean running;
    private BackgroundWork.@Nullable Job job;

    /**
     * How it stands.
     *
     * @param running whether it goes on
     * @param tone of the sentence
     * @param sentence for people
     * @param took how many of the orders, from the first, are in effect, at least in part
     */
    record Report(boolean running, Tone tone, String sentence, int took) {}

    OrderRun(UiContext context, OrderWords words, Consumer<Report> told) {
        this.context = context;
        this.words = words;
        this.told = told;
    }

    boolean running() {
        return running;
    }

    @Nullable Report last() {
        return last;
    }

    /** Begins; nothing happens while another run goes on. */
    void start(List<Order> orders) {
        if (running || orders.isEmpty()) {
            return;
        }
        running = true;
        tell(new Report(true, Tone.PLAIN, words.texts().get("stage.queued"), 0));
        job =
                context.work()
                        .start(
                                () -> carryOut(orders),
                                this::ended,
                                broken -> ended(failure(broken)));
    }

    /** Stops asking for more; what the present order has sent stays sent, the journal says it. */
    void cancel() {
        if (running && job != null) {
            job.cancel();
            running = false;
            tell(new Report(false, Tone.ATTENTION, words.texts().get("outcome.cancelled"), 0));
        }
    }

    private Report carryOut(List<Order> orders) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            int number = i + 1;
            try {
                outcomes.add(
                        context.engine()
                                .steering()
                                .order(
                                        order,
                                        stage ->
                                                context.fx()
                                                        .execute(
                                                                () ->
                                                                        going(
                                                                                order,
                                                                                words.stage(stage),
                                                                                number,
                                                                                orders.size()))));
            } catch (BadOrder bad) {
                return new Report(false, Tone.ERROR, words.problem(bad), took(outcomes));
            } catch (Refused refused) {
                return new Report(
                        false,
                        Tone.ERROR,
                        new Words(context.formats()).refusal(refused),
                        took(outcomes));
            }
            if (!outcomes.getLast().verdict().took()) {
                break; // the rest would most likely fail too, and each takes a minute
            }
        }
        return report(outcomes, orders);
    }

    private Report report(List<Outcome> outcomes, List<Order> orders) {
        var last = outcomes.getLast();
        var sentence = words.outcome(last);
        if (orders.size() > 1) {
            long good = outcomes.stream().filter(one -> one.verdict().good()).count();
            sentence = words.texts().get("outcome.several", good, orders.size()) + " " + sentence;
        }
        return new Report(false, OrderWords.tone(last), sentence, took(outcomes));
    }

    private static int took(List<Outcome> outcomes) {
        return (int) outcomes.stream().filter(one -> one.verdict().took()).count();
    }

    private void going(Order order, String stage, int number, int all) {
        if (running) {
            var sentence =
                    all == 1
                            ? stage
                            : words.texts()
                                    .get(
                                            "stage.several",
                                            number,
                                            all,
                                            words.command(order.command()),
                                            stage);
            tell(new Report(true, Tone.PLAIN, sentence, 0));
        }
    }

    private Report failure(Exception broken) {
        return new Report(
                false,
                Tone.ERROR,
                words.texts().get("outcome.fault", broken.getClass().getSimpleName()),
                0);
    }

    private void ended(Report report) {
        running = false;
        tell(report);
    }

    private void tell(Report report) {
        last = report;
        told.accept(report);
    }
}
