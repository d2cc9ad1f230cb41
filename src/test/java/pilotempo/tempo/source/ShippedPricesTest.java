package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.settings.TempoSettings;
import pilotempo.settings.TempoSettings.OwnPrice;
import pilotempo.tempo.PeakHours;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.PriceTable.PriceClass;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;

class ShippedPricesTest {
    private static final PriceClass RED_HP = new PriceClass(TempoColour.RED, TempoPeriod.HP);
    private static final Map<String, BigDecimal> ONE_EURO =
            Map.of(
                    "blueHC", BigDecimal.ONE,
                    "blueHP", BigDecimal.ONE,
                    "whiteHC", BigDecimal.ONE,
                    "whiteHP", BigDecimal.ONE,
                    "redHC", BigDecimal.ONE,
                    "redHP", BigDecimal.ONE);

    @Test
    void the_shipped_rows_have_six_classes_each_in_order_of_date() {
        var offer = ShippedPrices.offer(TempoSettings.DEFAULT);

        assertThat(offer.hours()).isEqualTo(new PeakHours(LocalTime.of(6, 0), LocalTime.of(22, 0)));
        assertThat(offer.prices().offer()).isEqualTo("edf-tempo");
        assertThat(offer.prices().rows())
                .isSortedAccordingTo(Comparator.comparing(PriceTable.Row::from))
                .allSatisfy(row -> assertThat(row.eurPerKwh()).hasSize(6));
        assertThat(redPeak(offer.prices(), LocalDate.of(2026, 11, 25))).isEqualTo("0.7295");
    }

    @Test
    void an_own_row_wins_on_its_date_and_joins_between_others() {
        var day = LocalDate.of(2026, 8, 1);
        var offer =
                ShippedPrices.offer(
                        settings(
                                "edf-tempo",
                                new OwnPrice(day, ONE_EURO),
                                new OwnPrice(LocalDate.of(2025, 5, 1), ONE_EURO)));

        assertThat(redPeak(offer.prices(), day)).isEqualTo("1");
        assertThat(redPeak(offer.prices(), day.minusDays(1))).isEqualTo("0.7060");
        assertThat(redPeak(offer.prices(), LocalDate.of(2025, 7, 31))).isEqualTo("1");
        assertThat(redPeak(offer.prices(), LocalDate.of(2025, 8, 1))).isEqualTo("0.6468");
    }

    @Test
    void another_offer_has_its_own_rows_alone() {
        var from = LocalDate.of(2026, 1, 1);
        var offer = ShippedPrices.offer(settings("other", new OwnPrice(from, ONE_EURO)));

        assertThat(offer.prices().offer()).isEqualTo("other");
        assertThat(offer.prices().rows()).extracting(PriceTable.Row::from).containsExactly(from);
    }

    @Test
    void a_row_with_a_class_missing_or_misspelt_is_refused_by_name() {
        var lacking = new HashMap<>(ONE_EURO);
        lacking.remove("redHP");
        lacking.put("rougeHP", BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ShippedPrices.offer(
                                        settings(
                                                "edf-tempo",
                                                new OwnPrice(LocalDate.of(2026, 8, 1), lacking))))
                .withMessageContaining("2026-08-01 lack redHP");
    }

    private static String redPeak(PriceTable prices, LocalDate day) {
        return String.valueOf(prices.on(day).orElseThrow().eurPerKwh().get(RED_HP));
    }

    private static TempoSettings settings(String offer, OwnPrice... prices) {
        var defaults = TempoSettings.DEFAULT;
        return new TempoSettings(
                defaults.source(),
                defaults.rteBaseUrl(),
                Optional.empty(),
                Optional.empty(),
                defaults.publicBaseUrl(),
                Optional.empty(),
                offer,
                List.of(prices),
                Optional.empty(),
                BigDecimal.ZERO);
    }
}
