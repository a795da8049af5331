package io.unifiedcommerce.quickstart.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Under which account the PostgreSQL server runs; it refuses to run as root. */
enum ServerAccount {
    /** This process is not root: the server runs as the same user. */
    SAME,
    /** Root, and the kernel allows user namespaces: the embedded server's library starts it through {@code unshare}. */
    NAMESPACE,
    /** Root without user namespaces: the whole child runs as {@link #UNPRIVILEGED_ID}. */
    UNPRIVILEGED;

    /** The id the Linux kernel shows for "nobody"; it owns nothing on any usual system. */
    static final int UNPRIVILEGED_ID = 65534;

    static ServerAccount available() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SAME;
        }
        return succeeds("unshare", "-U", "true") ? NAMESPACE : unprivileged();
    }

    private static ServerAccount unprivileged() {
        if (succeeds("setpriv", "--version")) {
            return UNPRIVILEGED;
        }
        throw new StackException("PostgreSQL does not run as root, and neither unshare -U nor setpriv works here:"
                + " run the quickstart as an ordinary user or install util-linux");
    }

    /** The command that starts the command after it under this account. */
    List<String> wrapper() {
        return this == UNPRIVILEGED
                ? List.of("setpriv", "--reuid=" + UNPRIVILEGED_ID, "--regid=" + UNPRIVILEGED_ID, "--clear-groups")
                : List.of();
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("/dev/null").toFile())
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while asking for " + command[0], e);
        }
    }
}
