package pilotempo.tempo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 1 September to 31 August.
 *
 * @param startYear year of its 1 September
 */
public record TempoSeason(int startYear) {
    private static final Pattern LABEL = Pattern.compile("(\\d{4})-(\\d{4})");

    /** The season of a Tempo day. */
    public static TempoSeason of(LocalDate day) {
        return new TempoSeason(day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1);
    }

    /** Reads {@code 2025-2026}. */
    public static Optional<TempoSeason> parse(String label) {
        var match = LABEL.matcher(label.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var season = new TempoSeason(Integer.parseInt(match.group(1)));
        return season.label().equals(label.strip()) ? Optional.of(season) : Optional.empty();
    }

    /** {@code 2025-2026}. */
    public String label() {
        return startYear + "-" + (startYear + 1);
    }

    /** 1 September. */
    public LocalDate firstDay() {
        return LocalDate.of(startYear, 9, 1);
    }

    /** 31 August. */
    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, 8, 31);
    }

    /** 365, or 366 when it contains 29 February. */
    public int days() {
        return lastDay().getDayOfYear()
                + (firstDay().lengthOfYear() - firstDay().getDayOfYear() + 1);
    }

    /** How many days of a colour the contract gives the season: 22 red, 43 white, the rest blue. */
    public int quota(TempoColour colour) {
        return switch (colour) {
            case RED -> 22;
            case WHITE -> 43;
            case BLUE -> days() - 22 - 43;
        };
    }
}
