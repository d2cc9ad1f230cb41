package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Timed;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** The lines of a battery's cards. */
final class BatteryFacts {
    private final BatteryState battery;
    private final Instant now;
    private final Formats formats;
    private final Texts texts;
    private final Words words;

    BatteryFacts(BatteryState battery, Instant now, Formats formats, Texts texts, Words words) {
        this.battery = battery;
        this.now = now;
        this.formats = formats;
        this.texts = texts;
        this.words = words;
    }

    List<Fact> link() {
        var link = battery.link();
        var last = link.lastAnswer();
        var wifi = battery.latest(Quantity.WIFI_RSSI_DBM);
        return List.of(
                fact("lastAnswer", last == null ? Formats.UNKNOWN : ago(last)),
                fact("losses", losses()),
                fact("delay", delay()),
                fact(
                        "pace",
                        texts.get(
                                "paceAndGap",
                                formats.duration(link.pace()),
                                formats.duration(link.gap()))),
                fact("wifi", wifi == null ? Formats.UNKNOWN : aged(number(wifi, "dBm"), wifi)));
    }

    /** "2,1 % · 142 ms", for where there is little room. */
    String brief() {
        var lost = battery.link().lostPercent();
        var p50 = battery.link().p50();
        return texts.get(
                "brief",
                lost == null ? Formats.UNKNOWN : percent(lost),
                p50 == null ? Formats.UNKNOWN : p50.toMillis() + Formats.NBSP + "ms");
    }

    private String losses() {
        var link = battery.link();
        var lost = link.lostPercent();
        if (lost == null) {
            return Formats.UNKNOWN;
        }
        return percent(lost)
                + " · "
                + formats.number((double) (link.sent() - link.answered()), 0)
                + " / "
                + formats.number((double) link.sent(), 0);
    }

    private String percent(double value) {
        var sample = formats.percentWithUnit(0.0);
        return formats.number(value, 1) + sample.substring(1);
    }

    private String delay() {
        var p50 = battery.link().p50();
        var p95 = battery.link().p95();
        if (p50 == null || p95 == null) {
            return Formats.UNKNOWN;
        }
        return formats.number((double) p50.toMillis(), 0)
                + " / "
                + formats.number((double) p95.toMillis(), 0)
                + Formats.NBSP
                + "ms";
    }

    String model() {
        var device = battery.device();
        return device == null
                ? texts.get("model.unknown")
                : texts.get("model", device.model(), firmware(device.firmware()));
    }

    /** 1573 is 157.3. */
    static String firmware(int raw) {
        return raw >= 1000 ? raw / 10 + "." + raw % 10 : Integer.toString(raw);
    }

    List<Fact> device() {
        var host = battery.host();
        var mac = battery.mac();
        return List.of(
                fact("address", host == null ? Formats.UNKNOWN : host + ":" + battery.port()),
                fact("mac", mac == null ? Formats.UNKNOWN : mac.withColons()));
    }

    List<Fact> status() {
        var facts = new ArrayList<Fact>();
        facts.add(
                fact(
                        "permits",
                        texts.get(
                                "permitsBoth",
                                yes(battery.chargingAllowed()),
                                yes(battery.dischargingAllowed()))));
        facts.add(fact("ct", ct()));
        var pv = battery.latest(Quantity.PV_POWER_W);
        var pvTotal = battery.latest(Quantity.TOTAL_PV_WH);
        boolean panels = pvTotal != null && pvTotal.value() > 0;
        if (pv != null && (panels || pv.value() > 0)) {
            facts.add(fact("pv", aged(formats.wattsWithUnit(pv.value()), pv)));
        }
        facts.add(fact("totalOut", energy(Quantity.TOTAL_GRID_OUT_WH)));
        facts.add(fact("totalIn", energy(Quantity.TOTAL_GRID_IN_WH)));
        if (pvTotal != null && pvTotal.value() > 0) {
            facts.add(fact("totalPv", formats.kwhWithUnit(pvTotal.value())));
        }
        return facts;
    }

    private String ct() {
        var connected = yes(battery.ctConnected());
        var meter = battery.now(Quantity.METER_POWER_W, now);
        return meter == null
                ? connected
                : connected
                        + " · "
                        + texts.get(
                                meter < 0 ? "exporting" : "importing",
                                formats.wattsWithUnit(Math.abs(meter)));
    }

    private String yes(@Nullable Timed<Boolean> known) {
        if (known == null || known.staleAt(now)) {
            return Formats.UNKNOWN;
        }
        return texts.get(known.value() ? "yes" : "no");
    }

    private String energy(Quantity counter) {
        var total = battery.latest(counter);
        return total == null ? Formats.UNKNOWN : aged(formats.kwhWithUnit(total.value()), total);
    }

    private String number(Timed<Double> value, String unit) {
        return formats.number(value.value(), 0) + Formats.NBSP + unit;
    }

    /** An old value says its age. */
    private String aged(String value, Timed<?> timed) {
        return timed.staleAt(now) ? value + " · " + ago(timed.at()) : value;
    }

    private String ago(Instant at) {
        return words.ago(Duration.between(at, now));
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get("fact." + key), value);
    }
}
