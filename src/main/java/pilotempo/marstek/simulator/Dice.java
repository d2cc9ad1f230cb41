package pilotempo.marstek.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pilotempo.battery.Mac;

/** One generator a fault, seeded by fleet and MAC: faults don't disturb each other's luck. */
final class Dice {
    private final Map<Fault, RandomGenerator> generators = new EnumMap<>(Fault.class);
    private final RandomGenerator latencies;

    Dice(FleetPlan.Battery battery, long seed) {
        var mac = battery.device().mac();
        for (var fault : battery.faults()) {
            generators.put(fault, generator(seed, mac, fault.word()));
        }
        latencies = generator(seed, mac, "latency");
    }

    private static RandomGenerator generator(long seed, Mac mac, String stream) {
        return new SplittableRandom(
                seed * 31 + Long.parseLong(mac.hex(), 16) * 1_000_003 + stream.hashCode());
    }

    /** Whether the battery has the fault and it strikes now. */
    boolean happens(Fault fault, double likely) {
        var generator = generators.get(fault);
        return generator != null && generator.nextDouble() < likely;
    }

    /** The generator of a fault that the battery has. */
    RandomGenerator of(Fault fault) {
        var generator = generators.get(fault);
        if (generator == null) {
            throw new IllegalStateException("no fault " + fault);
        }
        return generator;
    }

    /** Uniform in [0, 1), for latencies. */
    double latency() {
        return latencies.nextDouble();
    }
}
