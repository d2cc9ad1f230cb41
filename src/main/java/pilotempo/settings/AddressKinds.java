package pilotempo.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pilotempo.battery.Mac;

/** Names, addresses, texts and dates. */
final class AddressKinds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252})");
    private static final Pattern WITH_PORT = Pattern.compile("[^:]+:[0-9]+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern HOURS =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d");

    private AddressKinds() {}

    static Kind<String> id() {
        return Kind.of(
                        text -> {
                            if (!ID.matcher(text).matches()) {
                                throw new BadValue(
                                        "write 1 to 40 letters, digits, dots, dashes or"
                                                + " underscores");
                            }
                            return text;
                        })
                .owningAuto();
    }

    /** Text as people write it. */
    static Kind<String> text(int longest) {
        return Kind.<String>of(
                        text -> {
                            if (text.length() > longest) {
                                throw new BadValue("it is longer than " + longest + " characters");
                            }
                            return text;
                        })
                .owningAuto();
    }

    static Kind<Secret> secret() {
        return Kind.of(text -> new Secret(text)).owningAuto().hidden();
    }

    static Kind<String> host() {
        return Kind.of(
                text -> {
                    if (WITH_PORT.matcher(text).matches()) {
                        throw new BadValue("write the host alone and the port under 'port'");
                    }
                    boolean numbers = NUMBERS.matcher(text).matches();
                    if (!HOST.matcher(text).matches()
                            || (numbers && !IPV4.matcher(text).matches())) {
                        throw new BadValue("write an IPv4 address or a host name");
                    }
                    return text;
                });
    }

    static Kind<String> ipv4() {
        return Kind.of(
                text -> {
                    if (!IPV4.matcher(text).matches()) {
                        throw new BadValue(
                                "write an IPv4 address of this machine, as in 192.0.2.5");
                    }
                    return text;
                });
    }

    static Kind<Mac> mac() {
        return Kind.of(
                text ->
                        Mac.parse(text)
                                .orElseThrow(
                                        () ->
                                                new BadValue(
                                                        "write a MAC of 12 hexadecimal digits, as"
                                                                + " in \"02005e000001\"")));
    }

    static Kind<ZoneId> zone() {
        return Kind.of(
                text -> {
                    try {
                        return ZoneId.of(text);
                    } catch (DateTimeException unknown) {
                        var near =
                                NearestWord.to(text, ZoneId.getAvailableZoneIds())
                                        .map(word -> ", did you mean " + word + "?");
                        throw new BadValue(
                                "write a time zone, as in Europe/Paris" + near.orElse(""));
                    }
                });
    }

    /** An http or https URL that paths are appended to: it loses the slashes at its end. */
    static Kind<URI> baseUrl() {
        return Kind.of(text -> url().parser().parse(text.replaceAll("/+$", "")));
    }

    /** An http or https URL with a host. It may hold a token: never shown. */
    static Kind<URI> url() {
        return Kind.<URI>of(
                        text -> {
                            try {
                                var url = new URI(text);
                                if (url.getHost() != null
                                        && List.of("http", "https").contains(url.getScheme())) {
                                    return url;
                                }
                            } catch (URISyntaxException bad) {
                                // said below
                            }
                            throw new BadValue("write a URL that begins with https:// or http://");
                        })
                .hidden();
    }

    /** May hold a password: never shown. */
    static Kind<String> jdbcUrl() {
        return Kind.<String>of(
                        text -> {
                            if (!text.startsWith("jdbc:postgresql:")) {
                                throw new BadValue(
                                        "write a URL as in jdbc:postgresql://host/pilotempo");
                            }
                            return text;
                        })
                .hidden();
    }

    static Kind<Path> path() {
        return Kind.of(
                text -> {
                    try {
                        return Path.of(text);
                    } catch (InvalidPathException bad) {
                        throw new BadValue("write the path of a file");
                    }
                });
    }

    static Kind<LocalDate> date() {
        return Kind.of(
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException bad) {
                        throw new BadValue("write a date, as in 2027-02-01");
                    }
                });
    }

    static Kind<String> hours() {
        return Kind.of(
                text -> {
                    if (!HOURS.matcher(text).matches()) {
                        throw new BadValue("write two times of day, as in \"22:00-07:00\"");
                    }
                    return text;
                });
    }

    static Kind<Set<String>> colours() {
        var words = Kinds.word(List.of("RED", "WHITE"));
        return Kind.of(
                text -> {
                    var colours = new LinkedHashSet<String>();
                    for (var item : Kinds.items(text)) {
                        colours.add(words.parse(item));
                    }
                    return Set.copyOf(colours);
                });
    }
}
