package pilotempo.marstek.simulator;

/**
 * Chance without a memory: the same seed, stream and number give the same value, whoever asks and
 * in whatever order.
 */
final class Chance {
    private Chance() {}

    /** Uniform in [0, 1). */
    static double of(long seed, long stream, long number) {
        long mixed = mix(mix(mix(seed) + stream) + number);
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** In [0, 1), without jumps, wandering from one value to another as {@code x} grows by 1. */
    static double smooth(long seed, long stream, double x) {
        long left = (long) Math.floor(x);
        double part = x - left;
        double ease = part * part * (3 - 2 * part);
        double from = of(seed, stream, left);
        return from + ease * (of(seed, stream, left + 1) - from);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
