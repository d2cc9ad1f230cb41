package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.NightResult;
import pilotempo.automation.PlanState;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.planning.Plan;
import pilotempo.planning.Reason;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.automation.Notice.Remedy;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** What plans, their troubles and their commands are called. */
class WordsOfPlansTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ActionWords words = words(Locale.FRENCH);

    private static ActionWords words(Locale locale) {
        return new ActionWords(Texts.of(ActionWords.BUNDLE, locale), new Formats(locale, PARIS));
    }

    private static Map<String, String> names(int batteries) {
        var names = new LinkedHashMap<String, String>();
        Plans.IDS.stream()
                .limit(batteries)
                .forEach(
                        id ->
                                names.put(
                                        id,
                                        id.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + id.substring(1)));
        return names;
    }

    @Test
    void batteries_that_do_the_same_at_about_the_same_time_share_a_row() {
        var rows = new WhyMaker(words).rows(Plans.of(3), names(3), Plans.NOW);
        assertThat(rows)
                .extracting(WhyRow::time)
                .containsExactly(
                        "jusqu’à 22:00",
                        "22:00–01:52",
                        "01:46–06:00",
                        "06:00–22:00",
                        "22:00–06:00",
                        "06:00–08:30");
        var charge = rows.get(1);
        assertThat(charge.title()).isEqualTo("Charger à 1\u00a0000\u00a0W jusqu’à 95\u00a0%");
        assertThat(charge.batteries()).isEmpty();
        assertThat(charge.expected()).isEqualTo("→ 95\u00a0%");
        assertThat(charge.sentence()).contains("0,6468").contains("Mercredi");
        assertThat(charge.actions()).hasSize(3);
        assertThat(rows.get(3).day()).isEqualTo("mercredi");
        assertThat(rows.get(3).expected()).isEqualTo("→ 21–26\u00a0%");
    }

    @Test
    void other_times_reasons_and_targets_have_rows_of_their_own() {
        var begin = Plans.at("2026-01-06T21:00:00Z");
        var end = Plans.at("2026-01-07T01:00:00Z");
        var always = Reason.of("hold.always");
        var full = Reason.of("hold.full");
        var plan =
                plan(
                        List.of(
                                Plans.passive("salon", begin, end, 0, null, 1.0, 1.0, always),
                                Plans.passive("garage", begin, end, 0, null, null, null, full),
                                Plans.passive(
                                        "atelier",
                                        begin.plus(Duration.ofMinutes(31)),
                                        end,
                                        0,
                                        null,
                                        1.0,
                                        1.0,
                                        always)));
        var rows = new WhyMaker(words).rows(plan, names(3), Plans.NOW);
        assertThat(rows)
                .extracting(WhyRow::batteries)
                .containsExactly("Salon", "Garage", "Atelier");
        assertThat(rows.get(1).expected()).isEmpty();
    }

    @Test
    void powers_that_differ_are_told_as_a_range_and_what_is_over_is_not_told() {
        var begin = Plans.at("2026-01-06T21:00:00Z");
        var end = Plans.at("2026-01-07T01:00:00Z");
        var why = Reason.of("hold.always");
        var plan =
                plan(
                        List.of(
                                Plans.passive("salon", begin, end, -600, 95, 1.0, 9.0, why),
                                Plans.passive("garage", begin, end, -1000, 95, 2.0, 9.0, why)));
        assertThat(new WhyMaker(words).rows(plan, names(2), Plans.NOW).getFirst().title())
                .isEqualTo("Charger à 600–1\u00a0000\u00a0W jusqu’à 95\u00a0%");
        assertThat(new WhyMaker(words).rows(plan, names(2), end)).isEmpty();
    }

    private static Plan plan(List<pilotempo.planning.PlannedAction> actions) {
        return new Plan(
                "tempo", Plans.NOW, Plans.NOW.plusSeconds(129_600), actions, Optional.empty());
    }

    @Test
    void a_plan_that_goes_well_has_no_notice_and_one_that_is_off_neither() {
        var maker = new NoticeMaker(words);
        assertThat(maker.notices(Plans.on(3), names(3), Plans.NOW)).isEmpty();
        assertThat(maker.notices(PlanState.OFF, names(3), Plans.NOW)).isEmpty();
    }

    @Test
    void a_pause_and_a_trial_day_say_until_when_and_what_can_be_done() {
        var maker = new NoticeMaker(words);
        var morning = Plans.at("2026-01-07T05:00:00Z");
        var paused = maker.notices(Plans.paused(Plans.on(3), morning), names(3), Plans.NOW);
        assertThat(paused.getFirst().what())
                .isEqualTo("Le plan est en pause jusqu’à demain 06:00.");
        assertThat(paused.getFirst().remedy()).isEqualTo(Remedy.RESUME);
        var calm = maker.notices(Plans.trial(Plans.on(3), false), names(3), Plans.NOW);
        assertThat(calm.getFirst().tone()).isEqualTo(Tone.PLAIN);
        var urgent = maker.notices(Plans.trial(Plans.on(3), true), names(3), Plans.NOW);
        assertThat(urgent.getFirst().tone()).isEqualTo(Tone.ATTENTION);
        assertThat(urgent.getFirst().remedy()).isEqualTo(Remedy.ACT);
    }

    @Test
    void troubles_of_the_same_kind_are_told_together_and_the_worst_first() {
        var state =
                Plans.troubled(
                        4, Standing.AWAY, Standing.AWAY, Standing.REVERSED, Standing.FOLLOWS);
        var notices = new NoticeMaker(words).notices(state, names(4), Plans.NOW);
        assertThat(notices)
                .extracting(Notice::what)
                .containsExactly(
                        "Atelier fait l’inverse de ce qui lui est demandé.",
                        "Salon et Garage ne répondent pas.");
        assertThat(notices.getFirst().tone()).isEqualTo(Tone.ERROR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"AWAY", "TAKEN_OVER", "REVERSED", "DROPPING", "FAILING", "UNABLE"})
    void every_trouble_says_what_it_is_and_what_to_do_in_both_languages(Standing standing) {
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var maker = new NoticeMaker(words(locale));
            var state = Plans.troubled(2, standing);
            var notice = maker.notices(state, names(2), Plans.NOW).getFirst();
            assertThat(notice.what()).contains("Salon").doesNotContain("{");
            assertThat(notice.then()).isNotBlank().doesNotContain("{");
            assertThat(maker.troubles(state)).containsOnlyKeys("salon");
        }
    }

    @Test
    void a_night_that_is_too_short_and_a_morning_below_the_target_are_told() {
        var plan = Plans.of(3);
        var short0 =
                new Plan(
                        plan.strategy(),
                        plan.at(),
                        plan.until(),
                        plan.actions(),
                        Optional.of(Plans.ready(3, false)));
        var state = Plans.on(short0, Plans.standings(3));
        var night =
                new NightResult(
                        LocalDate.of(2026, 1, 6),
                        TempoColour.RED,
                        95,
                        Map.of("salon", 95, "garage", 88, "atelier", 95),
                        Set.of("garage"));
        var with = withNight(state, night);
        var notices = new NoticeMaker(words).notices(with, names(3), Plans.NOW);
        assertThat(notices).hasSize(2);
        assertThat(notices.getFirst().then()).contains("8,70\u00a0kWh");
        assertThat(notices.getLast().what()).contains("rouge");
        assertThat(notices.getLast().then()).isEqualTo("Garage 88\u00a0%.");
        var nextDay = Plans.NOW.plus(Duration.ofDays(1));
        assertThat(new NoticeMaker(words).notices(with, names(3), nextDay)).hasSize(1);
    }

    private static PlanState withNight(PlanState state, NightResult night) {
        return new PlanState(
                state.strategy(),
                true,
                false,
                null,
                false,
                null,
                false,
                false,
                state.plan(),
                state.batteries(),
                Optional.of(night));
    }

    @Test
    void the_journal_tells_times_by_their_distance_and_results_in_words() {
        var rows =
                new JournalMaker(words)
                        .rows(Plans.journal(), Map.of(Plans.mac(0), "Salon"), Plans.NOW);
        assertThat(rows.getFirst().time()).isEqualTo("06:00:21");
        assertThat(rows.getFirst().battery()).isEqualTo("Salon");
        assertThat(rows.getFirst().tone()).isEqualTo(Tone.OK);
        assertThat(rows.get(1).battery()).isEqualTo("02:00:5e:00:00:02");
        assertThat(rows.get(2).command()).isEqualTo("Auto, 2e envoi");
        assertThat(rows.get(4).result()).isEqualTo("reçu seulement");
        assertThat(rows.get(6).time()).isEqualTo("hier 22:00");
        assertThat(rows.get(6).command()).isEqualTo("Charge 1\u00a0000\u00a0W");
        assertThat(rows.get(9).time()).isEqualTo("dim. 4 janv. 19:30");
        assertThat(rows.get(9).author()).isEqualTo("sécurité");
    }

    @Test
    void a_command_that_stays_open_beyond_its_minutes_was_cut_off() {
        var now = Plans.NOW;
        var young = entry(now.minusSeconds(30));
        var old = entry(now.minusSeconds(600));
        var rows = new JournalMaker(words).rows(List.of(young, old), Map.of(), now);
        assertThat(rows).extracting(JournalRow::result).containsExactly("en cours", "interrompu");
    }

    private static pilotempo.history.JournalEntry entry(Instant at) {
        return Plans.entry(
                0, at.toString(), new ModeCommand.Auto(), Author.PLAN, Result.PENDING, 1, "");
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void every_result_has_a_word_a_meaning_and_its_facts_in_both_languages(Result result) {
        var entry =
                Plans.entry(
                        1,
                        "2026-01-06T05:00:21Z",
                        new ModeCommand.Passive(-800, Duration.ofHours(2)),
                        Author.WINDOW,
                        result,
                        3,
                        "why");
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var row =
                    new JournalMaker(words(locale))
                            .rows(List.of(entry), Map.of(), Plans.NOW)
                            .getFirst();
            assertThat(row.result()).isNotBlank();
            assertThat(row.details()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(row.details()).extracting(JournalRow.Detail::value).contains("why");
        }
    }

    @Test
    void every_command_has_a_name() {
        var commands = new CommandWords(words.texts(), words.formats());
        var days = Set.of(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.FRIDAY);
        var slot =
                new ManualSlot(
                        3,
                        java.time.LocalTime.of(22, 0),
                        java.time.LocalTime.of(23, 59),
                        days,
                        -800);
        var all = new ArrayList<String>();
        for (var command :
                List.of(
                        new ModeCommand.Auto(),
                        new ModeCommand.Ai(),
                        new ModeCommand.Ups(),
                        new ModeCommand.Passive(0, Duration.ofHours(1)),
                        new ModeCommand.Passive(500, Duration.ofHours(1)),
                        new ModeCommand.Manual(slot),
                        new ModeCommand.ClearSlot(3),
                        new DeviceSetting.DepthOfDischarge(85),
                        new DeviceSetting.Light(false))) {
            all.add(commands.of(command));
        }
        assertThat(all)
                .containsExactly(
                        "Auto",
                        "IA",
                        "Secours",
                        "Maintien 0\u00a0W",
                        "Décharge 500\u00a0W",
                        "Créneau 3\u00a0: lun. ven. 22:00–23:59, Charge 800\u00a0W",
                        "Créneau 3 vidé",
                        "Profondeur de décharge 85\u00a0%",
                        "Voyant éteint");
    }
}
