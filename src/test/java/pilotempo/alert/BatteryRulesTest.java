package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.Diagnosis;
import pilotempo.live.HarmSign;
import pilotempo.settings.NotificationSettings;
import pilotempo.tempo.TempoColour;

/** What is said of a battery; Wednesday 8 January 2025 is a white day, the 9th too. */
class BatteryRulesTest extends RuleScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_quiet_house_says_nothing_all_day() {
        assertThat(lookUntil("2025-01-08T16:59")).isEmpty();
    }

    @Test
    void a_battery_is_away_after_the_misses_of_the_settings_and_back_when_it_answers_for_a_while() {
        world.missed("garage", 2);
        assertThat(lookFor(MINUTE)).isEmpty();
        world.missed("garage", 3);
        assertThat(lookFor(MINUTE)).containsExactly("raised battery-away b:garage");
        assertThat(words(Locale.FRANCE))
                .startsWith("Garage ne répond plus\nDernière réponse\u00a0: 12:")
                .contains("Que faire");
        world.missed("garage", 40);
        assertThat(lookFor(HOUR)).isEmpty();
        world.missed("garage", 0);
        assertThat(lookFor(MINUTE)).isEmpty();
        assertThat(lookFor(MINUTE.multipliedBy(2))).containsExactly("over battery-away b:garage");
        assertThat(words(Locale.UK)).startsWith("Garage answers again\nFrom 12:0");
    }

    @Test
    void a_single_miss_neither_ends_nor_begins_anything() {
        world.missed("garage", 3);
        lookFor(MINUTE);
        world.missed("garage", 1);
        assertThat(lookFor(HOUR)).isEmpty();
    }

    @Test
    void a_battery_that_never_answered_is_told_what_to_do_about() {
        world.neverAnswered("salon", 0);
        assertThat(lookFor(HOUR)).isEmpty();
        world.neverAnswered("salon", 5);
        assertThat(lookFor(MINUTE)).containsExactly("raised battery-away b:salon");
        assertThat(words(Locale.UK)).contains("has not answered since Pilotempo started");
        assertThat(words(Locale.FRANCE)).startsWith("Salon ne répond pas\n");
    }

    @Test
    void a_temperature_that_swings_by_two_degrees_is_one_episode() {
        for (double celsius : new double[] {45, 44, 46, 43, 45, 43}) {
            world.value("salon", Quantity.TEMPERATURE_C, celsius);
            lookFor(Duration.ofMinutes(10));
        }
        assertThat(lasting()).hasSize(1);
        world.value("salon", Quantity.TEMPERATURE_C, 41.9);
        assertThat(lookFor(Duration.ofMinutes(10)))
                .containsExactly("over temperature-high b:salon");
    }

    @Test
    void a_temperature_far_above_the_limit_becomes_urgent() {
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        assertThat(lookFor(MINUTE.multipliedBy(2)))
                .containsExactly("raised temperature-high b:salon");
        world.value("salon", Quantity.TEMPERATURE_C, 55);
        assertThat(lookFor(MINUTE)).containsExactly("escalated temperature-high b:salon");
    }

    @Test
    void a_battery_far_too_hot_is_told_what_to_do_about_now() {
        world.value("salon", Quantity.TEMPERATURE_C, 56);
        assertThat(lookFor(MINUTE.multipliedBy(2)))
                .containsExactly("urgent temperature-high b:salon");
        assertThat(words(Locale.UK)).contains("let it rest now (Passive with 0 W");
    }

    @Test
    void a_link_that_is_bad_is_not_told_beside_the_guard_that_says_why() {
        world.harm("atelier", 2, Diagnosis.LOSSY, HarmSign.LOSSES);
        assertThat(lookFor(HOUR)).containsExactly("raised guard-slowed b:atelier");
        world.diagnosis("atelier", Diagnosis.LOSSY);
        assertThat(lookFor(HOUR))
                .containsExactlyInAnyOrder(
                        "over guard-slowed b:atelier", "raised link-bad b:atelier");
    }

    @Test
    void a_link_that_is_good_at_the_slower_pace_is_bad_no_more() {
        world.diagnosis("atelier", Diagnosis.LOSSY);
        lookFor(HOUR);
        world.harm("atelier", 2, Diagnosis.LOSSY, HarmSign.LOSSES);
        assertThat(lookFor(HOUR)).containsExactly("raised guard-slowed b:atelier");
        world.harm("atelier", 2, Diagnosis.GOOD, HarmSign.LOSSES);
        assertThat(lookFor(HOUR)).containsExactly("over link-bad b:atelier");
    }

    @Test
    void a_battery_that_falls_silent_in_the_off_peak_hours_after_a_red_day_wakes_nobody() {
        world.colour("2025-01-08", TempoColour.RED);
        world.colour("2025-01-09", TempoColour.BLUE);
        world.missed("garage", 3);
        assertThat(lookUntil("2025-01-08T12:01")).containsExactly("urgent battery-away b:garage");
        world.missed("garage", 0);
        lookUntil("2025-01-08T22:00");
        world.missed("garage", 3);
        assertThat(lookUntil("2025-01-08T22:30")).containsExactly("raised battery-away b:garage");
    }

    @Test
    void an_unknown_temperature_leaves_things_as_they_are() {
        world.value("salon", Quantity.TEMPERATURE_C, 46);
        lookFor(MINUTE.multipliedBy(2));
        world.unknown("salon", Quantity.TEMPERATURE_C);
        assertThat(lookFor(HOUR)).isEmpty();
    }

    @Test
    void a_bad_link_is_told_after_a_quarter_of_an_hour() {
        world.diagnosis("atelier", Diagnosis.LOSSY);
        assertThat(lookFor(Duration.ofMinutes(14))).isEmpty();
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("raised link-bad b:atelier");
        assertThat(words(Locale.FRANCE)).contains("40\u00a0% de ses réponses");
        world.diagnosis("atelier", Diagnosis.GOOD);
        assertThat(lookFor(HOUR)).containsExactly("over link-bad b:atelier");
    }

    @Test
    void what_the_harm_guard_does_is_told_with_its_reason() {
        world.harm("salon", 2, HarmSign.METER_LOST);
        assertThat(lookFor(Duration.ofMinutes(6))).containsExactly("raised guard-slowed b:salon");
        assertThat(words(Locale.UK)).contains("keeps losing its meter").contains("20\u00a0s");
    }

    @Test
    void losses_that_slow_a_battery_are_told_with_what_helps_against_losses() {
        world.harm("salon", 2, HarmSign.LOSSES);
        assertThat(lookFor(Duration.ofMinutes(6))).containsExactly("raised guard-slowed b:salon");
        assertThat(words(Locale.UK)).contains("questions stay without", "improve its Wi-Fi");
    }

    @Test
    void a_meter_that_is_gone_is_told_with_what_to_do() {
        world.harm("salon", 2, HarmSign.METER_GONE);
        assertThat(lookFor(Duration.ofMinutes(6))).containsExactly("raised guard-slowed b:salon");
        assertThat(words(Locale.UK)).contains("not heard its meter", "restart the meter");
    }

    @Test
    void low_and_full_are_told_only_where_that_is_wished() {
        world.value("salon", Quantity.SOC_PCT, 3);
        world.value("garage", Quantity.SOC_PCT, 100);
        assertThat(lookFor(HOUR)).isEmpty();
        settings = settings.withNotifications(levels(20, 98));
        assertThat(lookFor(Duration.ofMinutes(2)))
                .containsExactly("raised soc-low b:salon", "raised soc-full b:garage");
        world.value("salon", Quantity.SOC_PCT, 24);
        assertThat(lookFor(HOUR)).isEmpty();
        world.value("salon", Quantity.SOC_PCT, 25);
        assertThat(lookFor(Duration.ofMinutes(2))).containsExactly("over soc-low b:salon");
    }

    @Test
    void batteries_that_charge_each_other_are_told_with_what_went_in_circles() {
        world.value("salon", Quantity.ONGRID_POWER_W, 600);
        world.value("garage", Quantity.ONGRID_POWER_W, -600);
        assertThat(lookFor(Duration.ofSeconds(100))).isEmpty();
        assertThat(lookFor(MINUTE)).containsExactly("raised charging-each-other b:salon");
        lookFor(HOUR.minusMinutes(3));
        world.value("garage", Quantity.ONGRID_POWER_W, 0);
        assertThat(lookFor(Duration.ofMinutes(11)))
                .containsExactly("over charging-each-other b:salon");
        assertThat(words(Locale.FRANCE)).contains("0,6\u00a0kWh ont tourné en rond");
    }

    @Test
    void what_goes_in_circles_is_told_in_kwh_and_euro_with_the_cure() {
        // A white day: 0.1894 EUR a kWh at peak, a fifth of 600 W lost.
        circle(600);
        lookFor(Duration.ofSeconds(140));
        assertThat(words(Locale.UK))
                .isEqualTo(
                        "Batteries charge each other\n"
                                + "Salon delivers while Garage charges, about 600\u00a0W, both in Auto."
                                + " A fifth of what goes in circles is lost: 2.9\u00a0kWh in a day of"
                                + " it, about €0.55 at the price of now.\n"
                                + "What to do: give the batteries one CT00x meter, or leave only one of"
                                + " them in Auto.");
        lookUntil("2025-01-08T14:00");
        assertThat(sentence(Locale.UK))
                .endsWith(
                        "So far 1.2\u00a0kWh went in circles, a fifth of it (0.2\u00a0kWh) is lost:"
                                + " about €0.05 at the prices of those moments.");
        // Off-peak from 22:00 on: 0.1486 EUR.
        lookUntil("2025-01-08T23:00");
        var euro = 0.6 * 0.2 * (10 * 0.1894 + 0.1486);
        assertThat(sentence(Locale.FRANCE))
                .contains("6,6\u00a0kWh ont tourné en rond jusqu’ici")
                .contains("%.2f".formatted(euro).replace('.', ',') + "\u00a0€ aux prix");
    }

    @Test
    void a_program_started_anew_goes_on_counting() {
        circle(600);
        lookUntil("2025-01-08T14:00");
        restart();
        lookUntil("2025-01-08T15:00");
        assertThat(sentence(Locale.UK)).contains("So far 1.8\u00a0kWh", "about €0.07");
    }

    @Test
    void without_a_known_colour_the_energy_alone_is_told() {
        world.unknownColour("2025-01-08");
        circle(600);
        lookFor(Duration.ofMinutes(3));
        assertThat(sentence(Locale.UK)).endsWith("is lost: 2.9\u00a0kWh in a day of it.");
        lookUntil("2025-01-08T14:00");
        assertThat(sentence(Locale.UK)).endsWith("a fifth of it (0.2\u00a0kWh) is lost.");
    }

    private void circle(double watts) {
        world.value("salon", Quantity.ONGRID_POWER_W, watts);
        world.value("garage", Quantity.ONGRID_POWER_W, -watts);
    }

    private String sentence(Locale locale) {
        return new AlertWords(locale, settings)
                .begun(
                        lasting().stream()
                                .filter(AlertWords::chargesEachOther)
                                .findFirst()
                                .orElseThrow())
                .sentence();
    }

    @Test
    void a_plan_that_charges_one_while_another_delivers_is_no_such_thing() {
        world.value("salon", Quantity.ONGRID_POWER_W, 600);
        world.value("garage", Quantity.ONGRID_POWER_W, -600);
        world.mode("garage", OperatingMode.PASSIVE);
        lookFor(MINUTE);
        assertThat(lasting()).isEmpty();
        assertThat(lookFor(HOUR)).doesNotContain("raised charging-each-other b:salon");
    }

    @Test
    void two_minutes_of_it_must_be_without_a_break() {
        for (int i = 0; i < 10; i++) {
            world.value("salon", Quantity.ONGRID_POWER_W, 600);
            world.value("garage", Quantity.ONGRID_POWER_W, -600);
            assertThat(lookFor(MINUTE)).isEmpty();
            world.value("garage", Quantity.ONGRID_POWER_W, 100);
            assertThat(lookFor(MINUTE)).isEmpty();
        }
    }

    private static NotificationSettings levels(int low, int full) {
        var none = NotificationSettings.DEFAULT;
        return new NotificationSettings(
                none.telegramBaseUrl(),
                none.telegramBotToken(),
                none.telegramChatId(),
                none.webhookUrl(),
                none.webhookBody(),
                Optional.of(low),
                Optional.of(full),
                none.temperatureHigh(),
                none.offlineAfter(),
                none.quietHours());
    }
}
