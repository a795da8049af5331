package io.unifiedcommerce.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Flink job has no Connect on its class path. */
class WithoutConnectTest {

    /** Loads the model anew and finds no class of Kafka. */
    private static final class WithoutKafka extends URLClassLoader {

        WithoutKafka() {
            super(
                    new URL[] {Order.class.getProtectionDomain().getCodeSource().getLocation()},
                    Order.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.kafka.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.unifiedcommerce.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Test
    void readsAndWritesJsonAndBindsMaps() throws Exception {
        try (WithoutKafka loader = new WithoutKafka()) {
            Class<?> order = loader.loadClass(Order.class.getName());
            byte[] json = JsonForm.write(Samples.order());

            Object read = call(loader, JsonForm.class, "read", json, order);

            assertThat((byte[]) call(loader, JsonForm.class, "write", read)).isEqualTo(json);
            assertThat(call(
                            loader,
                            Records.class,
                            "from",
                            Map.of("amount", "1"),
                            loader.loadClass(Tax.class.getName())))
                    .hasToString(
                            "{\"title\": null, \"rate\": null, \"amount\": 1.0000, \"jurisdiction\": null, \"included\": null}");
            assertThatThrownBy(() -> call(loader, Records.class, "from", "no record", order))
                    .hasMessage("expected a record, found String");
        }
    }

    @Test
    void connectIsReallyAbsentThere() throws IOException {
        try (WithoutKafka loader = new WithoutKafka()) {
            assertThatThrownBy(() -> Class.forName(ConnectSchemas.class.getName(), true, loader))
                    .isInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static Object call(ClassLoader loader, Class<?> type, String method, Object... arguments) throws Exception {
        for (var candidate : loader.loadClass(type.getName()).getMethods()) {
            if (candidate.getName().equals(method)) {
                try {
                    return candidate.invoke(null, arguments);
                } catch (InvocationTargetException thrown) {
                    throw (Exception) thrown.getCause();
                }
            }
        }
        throw new NoSuchMethodException(method);
    }
}
