package io.unifiedcommerce.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used so far. On a machine that is busy with other work, the time of its own cores compares better
 * between runs than the time on the wall.
 *
 * @param wall seconds of the clock
 * @param cpu seconds of all cores together
 */
record Effort(double wall, double cpu) {

    static Effort of(long pid) {
        double cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
        return new Effort(System.nanoTime() / 1e9, cpu / 1e3);
    }

    Effort since(Effort earlier) {
        return new Effort(wall - earlier.wall, cpu - earlier.cpu);
    }

    /** Most memory that the process has held, in MiB; -1 where the system does not tell. */
    static long peakMemory(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    /** How many threads of the machine wanted a core, on average over the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
