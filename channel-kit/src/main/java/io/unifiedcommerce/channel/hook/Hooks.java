package io.unifiedcommerce.channel.hook;

import io.unifiedcommerce.channel.manifest.NearestName;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a channel's Java code by the short name that its manifest gives. */
public final class Hooks {
    private Hooks() {}

    /**
     * The hook of that name.
     *
     * @param nameOf reads a hook's short name
     * @throws IllegalArgumentException when there is none, with the nearest known name
     */
    public static <T> T named(Class<T> type, String name, Function<T, String> nameOf) {
        // The loader of the kit, not the thread's: a plugin's jars lie beside the kit, whatever thread asks.
        var known = ServiceLoader.load(type, Hooks.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(nameOf, Function.identity()));
        T hook = known.get(name);
        if (hook == null) {
            throw new IllegalArgumentException(
                    "unknown " + type.getSimpleName() + " '" + name + "'; " + NearestName.hint(name, known.keySet()));
        }
        return hook;
    }
}
