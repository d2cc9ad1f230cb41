package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.open;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.Mac;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.lifecycle.Time;

class JournalTest {
    private static final Instant START = at("2026-01-05T21:00:00Z");
    private static final ManualSlot SLOT =
            new ManualSlot(
                    3,
                    LocalTime.of(22, 5),
                    LocalTime.of(23, 59),
                    Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                    -1200);
    private static final List<BatteryCommand> ALL_KINDS =
            List.of(
                    new ModeCommand.Auto(),
                    new ModeCommand.Ai(),
                    new ModeCommand.Ups(),
                    new ModeCommand.Passive(-800, Duration.ofMinutes(465)),
                    new ModeCommand.Passive(0, Duration.ofMillis(1_500)),
                    new ModeCommand.Manual(SLOT),
                    new ModeCommand.Manual(
                            new ManualSlot(
                                    0,
                                    LocalTime.MIDNIGHT,
                                    LocalTime.of(6, 0),
                                    EnumSet.allOf(DayOfWeek.class),
                                    2500)),
                    new ModeCommand.ClearSlot(9),
                    new DeviceSetting.DepthOfDischarge(88),
                    new DeviceSetting.Light(true),
                    new DeviceSetting.Light(false));

    @TempDir private Path folder;

    @Test
    void every_kind_of_command_is_the_same_after_a_restart() throws Exception {
        var all = new ArrayList<JournalEntry>();
        for (int i = 0; i < ALL_KINDS.size(); i++) {
            all.add(entry(i, SALON, ALL_KINDS.get(i)));
        }
        for (var result : Result.values()) {
            for (var author : Author.values()) {
                all.add(
                        new JournalEntry(
                                UUID.randomUUID(),
                                GARAGE,
                                START.plusSeconds(all.size()),
                                author,
                                new ModeCommand.Auto(),
                                START.plusSeconds(7_200),
                                "because « é »",
                                result,
                                5,
                                Duration.ofMillis(8_123),
                                "set_result: true"));
            }
        }
        try (var history = open(folder)) {
            all.forEach(history.journal()::note);
            assertThat(history.journal().newest(1_000)).isEqualTo(all.reversed());
            history.flush();
            assertThat(history.journal().newest(1_000)).isEqualTo(all.reversed());
        }
        try (var history = open(folder)) {
            assertThat(history.journal().newest(1_000)).isEqualTo(all.reversed());
        }
    }

    @Test
    void a_later_state_takes_the_earlier_one_s_place() throws Exception {
        var first = entry(0, SALON, new ModeCommand.Auto());
        var second = entry(1, SALON, new ModeCommand.Ai());
        var decided = decided(first, Result.VERIFIED);
        try (var history = open(folder)) {
            var journal = history.journal();
            journal.note(first);
            history.flush();
            journal.note(second);
            journal.note(decided);
            assertThat(journal.newest(SALON, 9)).containsExactly(second, decided);
            history.flush();
            assertThat(journal.newest(SALON, 9)).containsExactly(second, decided);
            assertThat(journal.last(SALON)).contains(second);
        }
        try (var history = open(folder)) {
            assertThat(history.journal().newest(9)).containsExactly(second, decided);
            assertThat(history.outbox().after(OutboxStream.COMMANDS, 0, 9))
                    .extracting(row -> ((Outgoing.CommandRow) row).entry())
                    .containsExactly(second, decided);
        }
    }

    @Test
    void a_state_that_changed_goes_to_the_server_again_and_no_other() throws Exception {
        var first = entry(0, SALON, new ModeCommand.Auto());
        try (var history = open(folder)) {
            history.journal().note(first);
            history.journal().note(entry(1, GARAGE, new ModeCommand.Ai()));
            history.flush();
            var outbox = history.outbox();
            long seen = outbox.newest(OutboxStream.COMMANDS);
            assertThat(outbox.after(OutboxStream.COMMANDS, 0, 9))
                    .hasSize(2)
                    .extracting(Outgoing::seq)
                    .isSorted();
            history.journal().note(decided(first, Result.LOST));
            history.flush();
            assertThat(outbox.after(OutboxStream.COMMANDS, seen, 9))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Outgoing.CommandRow.class,
                            row -> assertThat(row.entry()).isEqualTo(decided(first, Result.LOST)));
            assertThat(outbox.backlog(OutboxStream.COMMANDS, seen).rows()).isEqualTo(1);
        }
    }

    @Test
    void it_is_asked_by_battery_by_time_and_by_slot() throws Exception {
        try (var history = open(folder)) {
            var journal = history.journal();
            var all = new ArrayList<JournalEntry>();
            for (int i = 0; i < 40; i++) {
                all.add(entry(i, i % 2 == 0 ? SALON : GARAGE, ALL_KINDS.get(i % ALL_KINDS.size())));
            }
            // Half of them on the disk, and not in the order of their times.
            all.reversed().subList(0, 20).forEach(journal::note);
            history.flush();
            all.reversed().subList(20, 40).forEach(journal::note);
            for (int run = 0; run < 2; run++) {
                assertThat(journal.newest(25))
                        .as("noted last, whatever the clock said")
                        .isEqualTo(all.subList(0, 25));
                assertThat(journal.newest(GARAGE, 15)).isEqualTo(of(GARAGE, all).subList(0, 15));
                assertThat(journal.between(all.get(3).at(), all.get(33).at()))
                        .isEqualTo(all.subList(3, 33));
                assertThat(journal.between(Instant.MIN, Instant.MAX)).isEqualTo(all);
                assertThat(journal.slots(SALON))
                        .hasSize(5)
                        .isEqualTo(
                                of(SALON, all).stream()
                                        .filter(
                                                entry ->
                                                        entry.command()
                                                                        instanceof
                                                                        ModeCommand.Manual
                                                                || entry.command()
                                                                        instanceof
                                                                        ModeCommand.ClearSlot)
                                        .toList());
                history.flush();
            }
            assertThat(journal.newest(new Mac("02005e00000f"), 9)).isEmpty();
            assertThat(journal.newest(0)).isEmpty();
        }
    }

    @Test
    void what_was_flushed_is_there_after_a_kill() throws Exception {
        var entry = entry(0, SALON, new ModeCommand.Manual(SLOT));
        var copy = Files.createDirectory(folder.resolve("killed"));
        try (var history = open(folder)) {
            history.journal().note(entry);
            history.facts().keep("plan.paused", "always");
            history.flush();
            Files.copy(folder.resolve("history.mv.db"), copy.resolve("history.mv.db"));
        }
        try (var history = open(copy)) {
            assertThat(history.journal().slots(SALON)).containsExactly(entry);
            assertThat(history.facts().get("plan.paused")).contains("always");
        }
    }

    @Test
    void a_battery_never_met_keeps_its_entry_and_gets_its_name_later() throws Exception {
        var entry = entry(0, SALON, new ModeCommand.Auto());
        try (var history = open(folder)) {
            history.journal().note(entry);
            history.flush();
            history.remember(Fixtures.battery(SALON, "salon"));
            history.flush();
        }
        try (var history = open(folder)) {
            assertThat(history.journal().newest(SALON, 1)).containsExactly(entry);
            assertThat(history.known().values())
                    .extracting(KnownBattery::id)
                    .containsExactly("salon");
        }
    }

    @Test
    void what_is_too_long_or_too_fine_is_cut() throws Exception {
        var smile = "\uD83D\uDE42";
        var entry =
                new JournalEntry(
                        UUID.randomUUID(),
                        SALON,
                        START.plusNanos(1_999_999),
                        Author.PLAN,
                        new ModeCommand.Passive(100, Duration.ofNanos(1_999_999)),
                        Instant.MAX,
                        "x".repeat(999) + smile,
                        Result.PENDING,
                        0,
                        Duration.ofNanos(7_900_000),
                        smile.repeat(900));
        try (var history = open(folder)) {
            history.journal().note(entry);
            var seen = history.journal().newest(1);
            history.flush();
            assertThat(history.journal().newest(1)).isEqualTo(seen);
            var stored = seen.getFirst();
            assertThat(stored.at()).isEqualTo(START.plusMillis(1));
            assertThat(stored.command())
                    .isEqualTo(new ModeCommand.Passive(100, Duration.ofMillis(1)));
            assertThat(stored.why()).isEqualTo("x".repeat(999));
            assertThat(stored.detail()).isEqualTo(smile.repeat(500));
            assertThat(stored.latency()).isEqualTo(Duration.ofMillis(7));
            assertThat(stored.until()).isEqualTo(at("9999-12-31T23:59:59.999Z"));
        }
        try (var history = open(folder)) {
            assertThat(history.journal().newest(1)).hasSize(1);
        }
    }

    @Test
    void it_is_read_and_told_of_while_the_disk_is_full_and_written_afterwards() throws Exception {
        FullDisk.install();
        var before = entry(0, SALON, new ModeCommand.Manual(SLOT));
        var during = entry(1, SALON, new ModeCommand.Auto());
        var after = entry(2, SALON, new ModeCommand.Ai());
        var file = new HistoryFile(folder, FullDisk.SCHEME);
        try (var history = LocalHistory.open(file, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            var journal = history.journal();
            journal.note(before);
            history.flush();
            FullDisk.full(true);
            journal.note(during);
            assertThatThrownBy(history::flush).isInstanceOf(HistoryUnavailable.class);
            journal.note(after);
            journal.note(decided(during, Result.VERIFIED));
            var all = List.of(after, decided(during, Result.VERIFIED), before);
            assertThat(journal.newest(SALON, 9)).isEqualTo(all);
            assertThat(journal.slots(SALON)).containsExactly(before);
            FullDisk.full(false);
            await().atMost(Duration.ofSeconds(20)).until(() -> history.health().recording());
            history.flush();
            assertThat(journal.newest(SALON, 9)).isEqualTo(all);
        }
        try (var history = open(folder)) {
            assertThat(history.journal().newest(9))
                    .containsExactly(after, decided(during, Result.VERIFIED), before);
        }
    }

    @Test
    void listeners_hear_of_each_note() {
        try (var history = open(folder)) {
            var heard = new AtomicInteger();
            try (var _ = history.journal().onChange(heard::incrementAndGet)) {
                history.journal().note(entry(0, SALON, new ModeCommand.Auto()));
            }
            history.journal().note(entry(1, SALON, new ModeCommand.Auto()));
            assertThat(heard).hasValue(2);
        }
    }

    private static List<JournalEntry> of(Mac battery, List<JournalEntry> all) {
        return all.stream().filter(entry -> entry.battery().equals(battery)).toList();
    }

    private static JournalEntry entry(int second, Mac battery, BatteryCommand command) {
        return new JournalEntry(
                UUID.randomUUID(),
                battery,
                START.plusSeconds(second),
                Author.WINDOW,
                command,
                null,
                "",
                Result.PENDING,
                0,
                null,
                "");
    }

    private static JournalEntry decided(JournalEntry entry, Result result) {
        return new JournalEntry(
                entry.id(),
                entry.battery(),
                entry.at(),
                entry.author(),
                entry.command(),
                entry.until(),
                entry.why(),
                result,
                2,
                Duration.ofSeconds(9),
                "ES.GetMode says so");
    }
}
