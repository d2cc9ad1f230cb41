package pilotempo.polling;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/**
 * What one round of questions learns, reply by reply. Nothing is carried over from another round.
 */
final class Round {
    /**
     * In a reading the later of these win: the power reply's values belong together, the meter's
     * own reply is better than the mode's copy of it, and the panels' own reply better than the
     * total.
     */
    private static final List<Query> RISING_WEIGHT =
            List.of(Query.RADIO, Query.CELLS, Query.MODE, Query.METER, Query.POWER, Query.SOLAR);

    private final Map<Query, Reply.Answered> answers = new EnumMap<>(Query.class);
    private Tally tally = Tally.NOTHING;

    /** A request, first or repeated, was answered, be it with an error. */
    void answered() {
        tally = tally.with(new Tally(1, 0));
    }

    /** A request, first or repeated, was not answered in time. */
    void lost() {
        tally = tally.with(new Tally(1, 1));
    }

    /** The requests so far. */
    Tally tally() {
        return tally;
    }

    /** Takes in a reply and returns what it newly teaches for the live state. */
    Observation add(Query query, Reply.Answered answer) {
        answers.put(query, answer);
        var told =
                query == Query.MODE && answers.containsKey(Query.METER)
                        ? withoutMeter(answer.observation())
                        : answer.observation();
        return query == Query.SOLAR ? told.with(balance(merged())) : told;
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    /**
     * The reading, stamped with the first power reply's arrival; empty when nothing was measured.
     */
    Optional<Reading> reading(Mac battery) {
        var values = merged();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reading(battery, stamp(), values.with(balance(values))));
    }

    private Instant stamp() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey() == Query.POWER || answer.getKey() == Query.MODE)
                .map(answer -> answer.getValue().at())
                .min(Instant::compareTo)
                .orElseGet(
                        () ->
                                answers.values().stream()
                                        .map(Reply.Answered::at)
                                        .min(Instant::compareTo)
                                        .orElseThrow());
    }

    private Observation merged() {
        var merged = Observation.NOTHING;
        for (var query : RISING_WEIGHT) {
            var answer = answers.get(query);
            if (answer != null) {
                merged =
                        merged.with(
                                query == Query.MODE && answers.containsKey(Query.METER)
                                        ? withoutMeter(answer.observation())
                                        : answer.observation());
            }
        }
        return merged;
    }

    /**
     * Where the panels answered for themselves, the cells' power follows from the balance of
     * powers.
     */
    private Observation balance(Observation values) {
        var ongrid = values.number(Quantity.ONGRID_POWER_W);
        var offgrid = values.number(Quantity.OFFGRID_POWER_W);
        var solar = values.number(Quantity.PV_POWER_W);
        if (!answers.containsKey(Query.SOLAR)
                || ongrid == null
                || offgrid == null
                || solar == null) {
            return Observation.NOTHING;
        }
        return Observation.builder().number(Quantity.POWER_W, ongrid + offgrid - solar).build();
    }

    private static Observation withoutMeter(Observation mode) {
        return mode.toBuilder().number(Quantity.METER_POWER_W, null).ctConnected(null).build();
    }
}
