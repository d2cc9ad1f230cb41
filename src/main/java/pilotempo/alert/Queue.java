package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.AlertBook;
import pilotempo.history.AlertMessage;
import pilotempo.history.AlertMessage.State;
import pilotempo.history.HistoryUnavailable;

/**
 * The messages of one channel that wait, in memory and in the book, so that they outlive a run.
 * Thread-safe.
 */
final class Queue {
    private static final Logger LOG = LoggerFactory.getLogger(Queue.class);

    /** Why a message was given up that no summary has told of yet. */
    static final String TOO_OLD = "too old";

    /** The same, told. */
    static final String TOO_OLD_TOLD = "too old, told in a summary";

    private static final Duration OF_USE = Duration.ofHours(24);
    private static final int REMEMBERED = 500;
    private static final int LONGEST_TEXT = 2000;

    private final String channel;
    private final AlertBook book;
    private final Map<UUID, AlertMessage> waiting = new LinkedHashMap<>();
    private final Map<UUID, Long> queuedInThisRun = new HashMap<>();
    private final Map<UUID, AlertMessage> untold = new LinkedHashMap<>();
    private final Set<UUID> begun = new HashSet<>();
    private final Set<UUID> flying = new HashSet<>();
    private final Set<UUID> doubted = new HashSet<>();
    private final List<AlertMessage> sentBefore = new ArrayList<>();

    /** Takes over what an earlier run left, as far as the disk tells. Waits for it. */
    Queue(String channel, AlertBook book) {
        this.channel = channel;
        this.book = book;
        try {
            remember();
        } catch (HistoryUnavailable unreadable) {
            LOG.warn("What waited for {} can't be read", channel, unreadable);
        }
    }

    private void remember() {
        book.newestMessages(REMEMBERED).reversed().stream().filter(this::ours).forEach(this::known);
        book.waiting().stream()
                .filter(this::ours)
                .forEach(
                        message -> {
                            waiting.put(message.id(), message);
                            if (message.state() == State.SENDING) {
                                doubted.add(message.id());
                            }
                        });
    }

    /**
     * An earlier run ended while these were on their way, and whether they arrived is not known.
     * They are told again, with a word on that: twice is better than never.
     */
    synchronized void tellAgain(String word) {
        for (var id : doubted) {
            var message = waiting.get(id);
            if (message != null && !message.text().endsWith(word)) {
                replace(
                        message,
                        cut(message.text(), word.length() + 1) + "\n" + word,
                        message.due());
            }
        }
    }

    private static String cut(String text, int less) {
        int most = LONGEST_TEXT - less;
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** Queues a message. */
    synchronized void add(AlertMessage written, long nanos) {
        var message = written.with(cut(written.text(), 0), written.due());
        book.keep(message);
        waiting.put(message.id(), message);
        queuedInThisRun.put(message.id(), nanos);
    }

    /** Whether people are told, or were, that the episode began. */
    synchronized boolean toldBegin(UUID alert) {
        return begun.contains(alert)
                || waiting.values().stream().anyMatch(message -> tellsBegin(message, alert));
    }

    /** Takes back that an episode began, if it has not left yet. */
    synchronized Optional<AlertMessage> withdraw(UUID alert) {
        var found =
                waiting.values().stream()
                        .filter(message -> tellsBegin(message, alert))
                        .filter(message -> !flying.contains(message.id()))
                        .findFirst();
        found.ifPresent(
                message -> give(message, State.GIVEN_UP, message.due(), "over before it was told"));
        return found;
    }

    /** Takes back what has become pointless, unless it should have left already. */
    synchronized void withdrawUnlessDue(UUID alert, Instant now) {
        for (var message : List.copyOf(waiting.values())) {
            if (tellsBegin(message, alert)
                    && !flying.contains(message.id())
                    && message.tries() == 0
                    && message.due().isAfter(now)) {
                give(message, State.GIVEN_UP, message.due(), "over before it was told");
            }
        }
    }

    /** Tells an episode's begin in other words, if it has not left yet; whether it has not. */
    synchronized boolean reword(UUID alert, String text) {
        var found = List.copyOf(waiting.values()).stream().filter(it -> isHere(it, alert)).toList();
        for (var message : found) {
            if (!message.text().equals(text)) {
                replace(message, text, message.due());
            }
        }
        return !found.isEmpty();
    }

    /** Tells an episode's begin at once, if it has not left yet. */
    synchronized void hasten(UUID alert, Instant due) {
        for (var message : List.copyOf(waiting.values())) {
            if (isHere(message, alert) && message.due().isAfter(due)) {
                replace(message, message.text(), due);
            }
        }
    }

    private boolean isHere(AlertMessage message, UUID alert) {
        return tellsBegin(message, alert)
                && !flying.contains(message.id())
                && !doubted.contains(message.id());
    }

    private void replace(AlertMessage message, String text, Instant due) {
        var next = message.with(text, due);
        book.keep(next);
        waiting.replace(message.id(), next);
    }

    /** How many wait. */
    synchronized int size() {
        return waiting.size();
    }

    /** When the next is due; empty when none waits. */
    synchronized Optional<Instant> nextDue(Instant now) {
        return waiting.values().stream()
                .map(message -> due(message, now))
                .min(Comparator.naturalOrder());
    }

    /** What is due, oldest first. */
    synchronized List<AlertMessage> due(Instant now) {
        return waiting.values().stream()
                .filter(message -> !due(message, now).isAfter(now))
                .toList();
    }

    /**
     * Takes what is due, oldest first; they are in flight until {@link #landed}. What may have
     * arrived goes alone: a receiver that knows it again drops nothing else with it.
     */
    synchronized List<AlertMessage> takeDue(Instant now, int most) {
        var due = due(now);
        var again = due.stream().filter(message -> doubted.contains(message.id())).toList();
        var taken = (again.isEmpty() ? due : again).stream().limit(most).toList();
        taken.forEach(message -> flying.add(message.id()));
        return taken;
    }

    /** They leave: to be made durable before they do. */
    synchronized void leaving(List<AlertMessage> messages) {
        for (var message : messages) {
            book.keep(
                    message.with(State.SENDING, message.due(), message.tries(), message.problem()));
        }
    }

    /** They did not go as they were, and wait again. */
    synchronized void back(List<AlertMessage> messages) {
        messages.forEach(message -> replace(message, message.text(), message.due()));
    }

    /** They are not in flight any more, whatever became of them. */
    synchronized void landed(List<AlertMessage> messages) {
        messages.forEach(message -> flying.remove(message.id()));
    }

    /** They were taken. */
    synchronized void sent(List<AlertMessage> messages, Instant now) {
        for (var message : messages) {
            if (!message.resolved()) {
                begun.add(message.alert());
            }
            give(message, State.SENT, now, "");
        }
    }

    /** One that will never be taken. */
    synchronized void unfit(AlertMessage message, String problem) {
        give(message, State.GIVEN_UP, message.due(), problem);
    }

    /** They were tried in vain. */
    synchronized void failed(List<AlertMessage> messages, Optional<Instant> again, String problem) {
        for (var message : messages) {
            var due = again.orElse(message.due());
            var later = message.with(State.WAITING, due, message.tries() + 1, problem);
            book.keep(later);
            waiting.replace(message.id(), later);
        }
    }

    /** Gives up what is too old to be of use. */
    synchronized void expire(Instant now, long nanos) {
        for (var message : List.copyOf(waiting.values())) {
            if (!flying.contains(message.id()) && age(message, now, nanos).compareTo(OF_USE) > 0) {
                give(message, State.GIVEN_UP, message.due(), TOO_OLD);
            }
        }
    }

    /** Messages that were given up as too old and that no summary has told of. */
    synchronized List<AlertMessage> untold() {
        return List.copyOf(untold.values());
    }

    /** A summary has told of them. */
    synchronized void summed(List<AlertMessage> told) {
        for (var message : told) {
            untold.remove(message.id());
            book.keep(message.with(State.GIVEN_UP, message.due(), message.tries(), TOO_OLD_TOLD));
        }
    }

    /** What was tried in vain is due now: somebody has mended the settings. */
    synchronized void release(Instant now) {
        for (var message : tried()) {
            if (message.due().isAfter(now)) {
                replace(message, message.text(), now);
            }
        }
    }

    /** What waits and was tried in an earlier run. */
    synchronized List<AlertMessage> tried() {
        return waiting.values().stream().filter(message -> message.tries() > 0).toList();
    }

    /** When the messages remembered were taken, the newest last. */
    synchronized List<Instant> sentBefore() {
        return sentBefore.stream().map(AlertMessage::due).distinct().sorted().toList();
    }

    private void known(AlertMessage message) {
        switch (message.state()) {
            case SENT -> {
                sentBefore.add(message);
                if (!message.resolved()) {
                    begun.add(message.alert());
                }
            }
            case GIVEN_UP -> {
                if (message.problem().equals(TOO_OLD)) {
                    untold.put(message.id(), message);
                }
            }
            case WAITING, SENDING -> {}
        }
    }

    private void give(AlertMessage message, State state, Instant due, String problem) {
        int tries = message.tries() + (state == State.SENT ? 1 : 0);
        var done = message.with(state, due, tries, problem);
        book.keep(done);
        waiting.remove(message.id());
        queuedInThisRun.remove(message.id());
        doubted.remove(message.id());
        if (problem.equals(TOO_OLD)) {
            untold.put(message.id(), done);
        }
    }

    /** One that is due long from now was queued by a clock that was wrong. */
    private static Instant due(AlertMessage message, Instant now) {
        return message.due().isAfter(now.plus(OF_USE)) ? now : message.due();
    }

    /** By the ticker where it can be: a clock that is set right makes nothing old. */
    private Duration age(AlertMessage message, Instant now, long nanos) {
        var queued = queuedInThisRun.get(message.id());
        return queued == null
                ? Duration.between(message.queuedAt(), now)
                : Duration.ofNanos(nanos - queued);
    }

    private boolean ours(AlertMessage message) {
        return message.channel().equals(channel);
    }

    private static boolean tellsBegin(AlertMessage message, UUID alert) {
        return message.alert().equals(alert) && !message.resolved();
    }
}
