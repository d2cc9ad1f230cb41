package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.live.Timed;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-01-05T11:00:00Z");

    private static JournalEntry entry(int minute, BatteryCommand command, Result result) {
        return new JournalEntry(
                UUID.randomUUID(),
                Scene.mac(1),
                NOON.plusSeconds(60L * minute),
                JournalEntry.Author.WINDOW,
                command,
                null,
                "",
                result,
                result == Result.NOT_SENT ? 0 : 1,
                null,
                "");
    }

    private static SlotLedger ledger(
            List<JournalEntry> slots, @Nullable Timed<OperatingMode> seen, JournalEntry last) {
        return Ledger.of(slots, Optional.of(last), seen);
    }

    private static Timed<OperatingMode> seen(int minute, OperatingMode mode) {
        return new Timed<>(mode, NOON.plusSeconds(60L * minute), Duration.ofMinutes(3));
    }

    @Test
    void the_newest_write_of_a_slot_counts_and_what_did_not_arrive_does_not() {
        var slots =
                List.of(
                        entry(0, Scene.slot(2, -800), Result.ACKNOWLEDGED),
                        entry(1, Scene.slot(0, 300), Result.VERIFIED),
                        entry(2, Scene.slot(2, -500), Result.REFUSED),
                        entry(3, Scene.slot(4, -500), Result.NOT_SENT),
                        entry(4, new ModeCommand.ClearSlot(0), Result.ACKNOWLEDGED),
                        entry(5, Scene.slot(5, 100), Result.LOST));
        var ledger = ledger(slots, null, slots.getLast());
        assertThat(ledger.slots()).extracting(SlotLedger.Written::number).containsExactly(0, 2, 5);
        assertThat(ledger.slots().get(0).slot()).isNull();
        assertThat(ledger.slots().get(1).slot()).isEqualTo(Scene.slot(2, -800).slot());
        assertThat(ledger.slots())
                .extracting(SlotLedger.Written::sure)
                .containsExactly(true, true, false);
        assertThat(ledger.free(10, Set.of())).as("switched off by ourselves").hasValue(0);
        assertThat(ledger.free(10, Set.of(0))).as("the app fills the first").hasValue(9);
        assertThat(ledger.free(3, Set.of(0, 1))).isEmpty();
    }

    @Test
    void the_program_rests_in_another_mode() {
        var slots = List.of(entry(0, Scene.slot(2, -800), Result.VERIFIED));
        var auto = entry(5, new ModeCommand.Auto(), Result.VERIFIED);
        var lost = entry(5, new ModeCommand.Auto(), Result.LOST);
        assertThat(ledger(slots, null, slots.getLast()).otherMode()).isFalse();
        assertThat(ledger(slots, null, auto).otherMode()).isTrue();
        assertThat(ledger(slots, null, lost).otherMode()).isFalse();
        assertThat(ledger(slots, seen(6, OperatingMode.MANUAL), auto).otherMode()).isFalse();
        assertThat(ledger(slots, seen(6, OperatingMode.AI), slots.getLast()).otherMode()).isTrue();
        assertThat(ledger(slots, seen(-9, OperatingMode.AI), slots.getLast()).otherMode())
                .as("seen before it was written")
                .isFalse();
    }
}
