package pilotempo.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether any thread of this process runs, is about to, or waits for the disk, as Linux tells it. A
 * datagram on loopback wakes its reader while it is sent, so a process that is all asleep has
 * nothing under way either. Not thread-safe.
 *
 * <p>A look is not of one moment: work may be handed from a thread not yet looked at to one already
 * seen asleep. So each is looked at twice, and how often it has been on a processor must not have
 * changed: who works between the two looks is seen awake in one of them, or has been counted.
 */
final class ProcessThreads implements AutoCloseable {
    private static final Path TASKS = Path.of("/proc/self/task");

    /** The JVM's own work for others, who may have to wait for it: mostly compilation. */
    private static final List<String> OF_THE_JVM =
            List.of("C1 Comp", "C2 Comp", "GC ", "G1 ", "VM ", "Monitor De", "Service Th");

    private final Map<String, Task> tasks = new HashMap<>();
    private final ByteBuffer page = ByteBuffer.allocateDirect(1024);
    private final String own;
    private String[] known = {};

    private ProcessThreads(String own) {
        this.own = own;
    }

    /** As seen by the thread that calls; null where the system does not tell. */
    static @Nullable ProcessThreads open() {
        try {
            return new ProcessThreads(
                    Path.of("/proc/thread-self").toRealPath().getFileName().toString());
        } catch (IOException notLinux) {
            return null;
        }
    }

    /**
     * Whether everybody but the caller sleeps.
     *
     * @param jvmToo whether the JVM itself must have nothing to do either: else somebody may only
     *     seem to sleep who waits for it
     */
    boolean allSleep(boolean jvmToo) {
        var names = names();
        if (!Arrays.equals(names, known)) {
            known = names;
            forgetAllBut(Set.of(names));
        }
        long turns = turns(names, jvmToo);
        return turns >= 0 && turns == turns(names, jvmToo) && Arrays.equals(names, names());
    }

    private static String[] names() {
        return Objects.requireNonNullElse(TASKS.toFile().list(), new String[0]);
    }

    private void forgetAllBut(Set<String> names) {
        tasks.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !names.contains(entry.getKey());
                            if (gone) {
                                entry.getValue().close();
                            }
                            return gone;
                        });
    }

    /** How often all of them have been on a processor; negative when one is awake. */
    private long turns(String[] names, boolean jvmToo) {
        long sum = 0;
        for (var name : names) {
            if (!name.equals(own)) {
                var task = tasks.computeIfAbsent(name, this::task);
                long turns = jvmToo || !task.ofTheJvm() ? task.turns() : 0;
                if (turns < 0) {
                    return turns;
                }
                sum += turns;
            }
        }
        return sum;
    }

    private Task task(String name) {
        var folder = TASKS.resolve(name);
        return new Task(read(folder.resolve("stat")), folder);
    }

    @Override
    public void close() {
        forgetAllBut(Set.of());
    }

    /** The text of a small file, read anew from its begin; empty when its thread is gone. */
    private String text(FileChannel file) {
        try {
            page.clear();
            file.read(page, 0);
            return StandardCharsets.ISO_8859_1.decode(page.flip()).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private String read(Path path) {
        try (var file = FileChannel.open(path)) {
            return text(file);
        } catch (IOException gone) {
            return "";
        }
    }

    /** One thread of the process. */
    private final class Task {
        private final boolean ofTheJvm;
        private final @Nullable FileChannel state;
        private final @Nullable FileChannel times;

        private Task(String stat, Path folder) {
            var name = stat.substring(stat.indexOf('(') + 1);
            ofTheJvm = OF_THE_JVM.stream().anyMatch(name::startsWith);
            state = channel(folder.resolve("stat"));
            times = channel(folder.resolve("schedstat"));
        }

        private boolean ofTheJvm() {
            return ofTheJvm;
        }

        private static @Nullable FileChannel channel(Path path) {
            try {
                return FileChannel.open(path);
            } catch (IOException gone) {
                return null;
            }
        }

        /** How often it has been on a processor; negative when it is awake. */
        private long turns() {
            var stat = state == null ? "" : text(state);
            var counts = times == null ? "" : text(times).trim();
            if (stat.isEmpty() || counts.isEmpty()) {
                return -1; // it has just ended
            }
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'S'
                    ? Long.parseLong(counts.substring(counts.lastIndexOf(' ') + 1))
                    : -1;
        }

        private void close() {
            for (var file : new @Nullable FileChannel[] {state, times}) {
                try {
                    if (file != null) {
                        file.close();
                    }
                } catch (IOException harmless) {
                    // it was only read
                }
            }
        }
    }
}
