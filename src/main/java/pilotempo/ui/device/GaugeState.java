package pilotempo.ui.device;

import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Tone;

/**
 * What a gauge shows.
 *
 * @param value for the arc; null = unknown
 * @param number for people
 * @param unit empty when unknown
 * @param caption below the number
 * @param tone its colour
 */
record GaugeState(@Nullable Double value, String number, String unit, String caption, Tone tone) {}
