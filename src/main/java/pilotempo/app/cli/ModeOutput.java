package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;

/** What {@code mode} prints. */
final class ModeOutput {
    private ModeOutput() {}

    static void order(JsonGenerator json, Order order, Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("battery", order.battery());
        switch (order.command()) {
            case ModeCommand mode -> mode(json, mode);
            case DeviceSetting.DepthOfDischarge(var percent) ->
                    json.writeNumberField("depth_of_discharge_pct", percent);
            case DeviceSetting.Light(var on) -> json.writeBooleanField("light", on);
        }
        json.writeStringField("result", outcome.verdict().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("ok", outcome.verdict().good());
        var entry = outcome.entry();
        json.writeNumberField("sends", entry.map(line -> line.sends()).orElse(0));
        var latency = entry.map(line -> line.latency()).map(Duration::toMillis);
        Json.number(json, "latency_ms", latency.map(Long::doubleValue).orElse(null));
        Json.instant(json, "until", entry.map(line -> line.until()).orElse(null));
        json.writeStringField("sentence", outcome.sentence());
        json.writeEndObject();
    }

    private static void mode(JsonGenerator json, ModeCommand command) throws IOException {
        json.writeStringField("mode", command.mode().word());
        switch (command) {
            case ModeCommand.Passive(var power, var duration) -> {
                json.writeNumberField("power_w", power);
                json.writeNumberField("duration_s", duration.toSeconds());
            }
            case ModeCommand.Manual(var slot) -> slot(json, slot);
            case ModeCommand.ClearSlot(var number) -> {
                json.writeNumberField("slot", number);
                json.writeBooleanField("cleared", true);
            }
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ -> {}
        }
    }

    private static void slot(JsonGenerator json, ManualSlot slot) throws IOException {
        json.writeNumberField("slot", slot.number());
        json.writeStringField("from", slot.from().toString());
        json.writeStringField("to", slot.to().toString());
        json.writeStringField("days", days(slot.days()));
        json.writeNumberField("power_w", slot.powerW());
    }

    static void slots(JsonGenerator json, Map<String, SlotLedger> ledgers) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("batteries");
        for (var one : ledgers.entrySet()) {
            slots(json, one.getKey(), one.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void slots(JsonGenerator json, String battery, SlotLedger ledger)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("battery", battery);
        json.writeBooleanField("other_mode", ledger.otherMode());
        json.writeArrayFieldStart("slots");
        for (var written : ledger.slots()) {
            json.writeStartObject();
            var slot = written.slot();
            if (slot == null) {
                json.writeNumberField("slot", written.number());
                json.writeBooleanField("cleared", true);
            } else {
                slot(json, slot);
            }
            Json.instant(json, "at", written.at());
            json.writeBooleanField("sure", written.sure());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void slots(PrintWriter out, String battery, SlotLedger ledger) {
        if (ledger.slots().isEmpty()) {
            out.println(battery + ": Pilotempo has not written into its slots");
        }
        for (var written : ledger.slots()) {
            var slot = written.slot();
            out.println(
                    battery
                            + ": slot "
                            + written.number()
                            + ": "
                            + (slot == null ? "off" : words(slot))
                            + (written.sure() ? "" : " (not confirmed)"));
        }
        if (ledger.otherMode() && !ledger.slots().isEmpty()) {
            out.println(battery + ": it is in another mode, so its slots rest");
        }
    }

    private static String words(ManualSlot slot) {
        return slot.from()
                + " to "
                + slot.to()
                + ", "
                + days(slot.days())
                + ", "
                + slot.powerW()
                + " W";
    }

    private static String days(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(
                        day ->
                                day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}
