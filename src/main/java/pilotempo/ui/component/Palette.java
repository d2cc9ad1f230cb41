package pilotempo.ui.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The theme's colours for Canvas code, read from the very style sheet that defines the tokens
 * ({@code tokens-light.css}, {@code tokens-dark.css}), so that there is one source. Immutable.
 */
public final class Palette {
    private static final Pattern TOKEN =
            Pattern.compile("-pt-([a-z-]+)\\s*:\\s*(#[0-9A-Fa-f]{6})\\s*;");
    private static final Palette LIGHT = read("tokens-light.css");
    private static final Palette DARK = read("tokens-dark.css");

    private final Map<String, Color> colours;

    private Palette(Map<String, Color> colours) {
        this.colours = Map.copyOf(colours);
    }

    /** The palette of a theme. */
    public static Palette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** The colour of a token without its prefix, {@code "charge"} for {@code -pt-charge}. */
    public Color get(String token) {
        var colour = colours.get(token);
        if (colour == null) {
            throw new IllegalArgumentException("no colour token " + token);
        }
        return colour;
    }

    private static Palette read(String sheet) {
        try (var in = Objects.requireNonNull(Palette.class.getResourceAsStream(sheet), sheet)) {
            var matches = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var colours = new HashMap<String, Color>();
            while (matches.find()) {
                colours.put(matches.group(1), Color.web(matches.group(2)));
            }
            return new Palette(colours);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
