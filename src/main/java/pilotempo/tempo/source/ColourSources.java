package pilotempo.tempo.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilotempo.lifecycle.Time;
import pilotempo.settings.TempoSettings;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.source.ColourProblem.Kind;

/**
 * Who is asked.
 *
 * @param inOrder the first one first; empty = nobody
 * @param problem what the settings lack
 * @param http what they all ask through, closed with the service
 */
record ColourSources(List<TempoSource> inOrder, Optional<ColourProblem> problem, JsonHttp http) {
    static ColourSources of(TempoSettings settings, JsonHttp http, Time time) {
        var sources = new ArrayList<TempoSource>();
        boolean credentials =
                settings.rteClientId().isPresent() && settings.rteClientSecret().isPresent();
        boolean rte = settings.source() == Source.RTE || settings.source() == Source.AUTO;
        if (rte && credentials) {
            sources.add(
                    new RteTempoSource(
                            settings.rteBaseUrl(),
                            settings.rteClientId().orElseThrow(),
                            settings.rteClientSecret().orElseThrow(),
                            http,
                            time.ticker()));
        }
        if (settings.source() == Source.PUBLIC || settings.source() == Source.AUTO) {
            sources.add(new PublicTempoSource(settings.publicBaseUrl(), http));
        }
        boolean lacking = settings.source() == Source.RTE && !credentials;
        return new ColourSources(
                List.copyOf(sources),
                lacking
                        ? Optional.of(
                                new ColourProblem(
                                        "rte",
                                        Kind.UNAUTHORISED,
                                        "tempo.source is rte, but tempo.rte.client-id or"
                                                + " client-secret is not set.",
                                        time.now()))
                        : Optional.empty(),
                http);
    }
}
