package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DaysLeft;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/** Colours, days left and the price now. */
@Command(
        name = "tempo",
        mixinStandardHelpOptions = true,
        description = "Today's and tomorrow's colour, days left, the price now.")
final class TempoCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(names = "--season", description = "also every known day of the season")
    private boolean season;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "at another moment, by the colours known now (2026-01-05T06:00:00Z, or a date)")
    private @Nullable String at;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    TempoCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.withDesk(options, this::print);
    }

    private int print(OpenDesk desk) throws Exception {
        var moment =
                at == null
                        ? desk.engine().now()
                        : Moments.parse("--at", at, desk.loaded().settings().zone());
        if (!desk.running()) {
            desk.colours().refreshNow();
        }
        var asked = desk.engine().tariffAt(moment);
        desk.colours().refresh(asked.season());
        var next = TempoSeason.of(asked.tomorrow().date());
        if (!next.equals(asked.season())) {
            desk.colours().refresh(next);
        }
        var view = desk.engine().tariffAt(moment);
        if (json) {
            Json.print(host.out(), document -> document(document, desk, view));
        } else {
            text(desk, view);
        }
        return 0;
    }

    private void document(JsonGenerator json, OpenDesk desk, TariffView view) throws IOException {
        json.writeStartObject();
        json.writeStringField("zone", desk.engine().zone().getId());
        json.writeStringField("season", view.season().label());
        day(json, "today", view.today());
        day(json, "tomorrow", view.tomorrow());
        left(json, view.left());
        json.writeObjectFieldStart("now");
        Json.text(json, "colour", word(view.now().colour()));
        json.writeStringField("period", view.now().period().name());
        var price = view.now().eurPerKwh();
        if (price == null) {
            json.writeNullField("eur_per_kwh");
        } else {
            json.writeNumberField("eur_per_kwh", price);
        }
        json.writeEndObject();
        desk.loaded()
                .settings()
                .tempo()
                .contractNumber()
                .ifPresent(number -> contract(json, number));
        if (season) {
            json.writeArrayFieldStart("days");
            for (var day : desk.colours().season(view.season())) {
                json.writeStartObject();
                json.writeStringField("date", day.date().toString());
                Json.text(json, "colour", word(day.colour()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void contract(JsonGenerator json, String number) {
        try {
            json.writeStringField("contract_number", number);
        } catch (IOException unwritten) {
            throw new java.io.UncheckedIOException(unwritten);
        }
    }

    private static void day(JsonGenerator json, String name, DayColour day) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("date", day.date().toString());
        Json.text(json, "colour", word(day.colour()));
        json.writeStringField("status", day.status().name());
        Json.text(json, "source", day.source());
        json.writeEndObject();
    }

    private static void left(JsonGenerator json, DaysLeft left) throws IOException {
        json.writeObjectFieldStart("left");
        for (var colour : TempoColour.values()) {
            var count = left.of(colour);
            if (count == null) {
                json.writeNullField(colour.name());
            } else {
                json.writeNumberField(colour.name(), count);
            }
        }
        json.writeEndObject();
    }

    private void text(OpenDesk desk, TariffView view) {
        var out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
        out.println("today     " + line(view.today(), "not known"));
        out.println("tomorrow  " + line(view.tomorrow(), "not known yet"));
        var price = view.now().eurPerKwh();
        out.println(
                "now       "
                        + view.now().period()
                        + (price == null ? ", price not known" : ", " + price + " EUR/kWh"));
        var left = view.left();
        out.println(
                "left      blue "
                        + count(left.blue())
                        + ", white "
                        + count(left.white())
                        + ", red "
                        + count(left.red())
                        + " in season "
                        + view.season().label());
        if (season) {
            for (var day : desk.colours().season(view.season())) {
                out.println(line(day, "not known"));
            }
        }
        if (view.pricesDue()) {
            out.println("New prices are due: the table shipped may be out of date.");
        }
        desk.colours().lastProblem().ifPresent(problem -> out.println(problem.sentence()));
    }

    private static String line(DayColour day, String unknown) {
        var colour = day.colour();
        return day.date()
                + " "
                + (colour == null ? unknown : colour.name().toLowerCase(java.util.Locale.ROOT))
                + (day.status() == DayColour.Status.PROVISIONAL ? " (provisional)" : "");
    }

    private static String count(@Nullable Integer days) {
        return days == null ? "—" : days.toString();
    }

    private static @Nullable String word(@Nullable TempoColour colour) {
        return colour == null ? null : colour.name();
    }
}
