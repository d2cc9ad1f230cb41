package pilotempo.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Section {@code tempo}.
 *
 * @param source who is asked for the colours
 * @param rteBaseUrl RTE's base URL
 * @param rteClientId RTE client id
 * @param rteClientSecret RTE client secret
 * @param publicBaseUrl the public API's base URL
 * @param contractNumber shown and exported only
 * @param offer name of the price table, default {@code edf-tempo}
 * @param prices own price rows; they win
 * @param subscribedKva subscribed power
 * @param exportPrice EUR a kWh for surplus sold
 */
public record TempoSettings(
        Source source,
        URI rteBaseUrl,
        Optional<String> rteClientId,
        Optional<Secret> rteClientSecret,
        URI publicBaseUrl,
        Optional<String> contractNumber,
        String offer,
        List<OwnPrice> prices,
        Optional<Integer> subscribedKva,
        BigDecimal exportPrice) {
    /** Who is asked. */
    public enum Source {
        /** RTE where there are credentials, else the public API. */
        AUTO,
        /** RTE only. */
        RTE,
        /** The public API only. */
        PUBLIC,
        /** Nobody. */
        NONE
    }

    /**
     * One own price row, in the shipped table's shape.
     *
     * @param from first day it holds, from 00:00 local
     * @param eurPerKwh by class, {@code blueHC} … {@code redHP}; all six
     */
    public record OwnPrice(LocalDate from, Map<String, BigDecimal> eurPerKwh) {}

    /** What holds when nothing is set. */
    public static final TempoSettings DEFAULT =
            new TempoSettings(
                    Source.AUTO,
                    URI.create("https://digital.iservices.rte-france.com"),
                    Optional.empty(),
                    Optional.empty(),
                    URI.create("https://www.api-couleur-tempo.fr/api"),
                    Optional.empty(),
                    "edf-tempo",
                    List.of(),
                    Optional.empty(),
                    BigDecimal.ZERO);

    /** This with another subscribed power. */
    public TempoSettings withSubscribedKva(Optional<Integer> other) {
        return new TempoSettings(
                source,
                rteBaseUrl,
                rteClientId,
                rteClientSecret,
                publicBaseUrl,
                contractNumber,
                offer,
                prices,
                other,
                exportPrice);
    }
}
