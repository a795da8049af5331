package io.unifiedcommerce.channel.manifest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the records that a manifest is bound to are called where they are described. */
final class ManifestTypes {
    private ManifestTypes() {}

    /** By name: the compiler lists them in the order in which it happens to see them. */
    static List<Class<?>> variants(Class<?> type) {
        return Arrays.<Class<?>>stream(type.getPermittedSubclasses())
                .sorted(Comparator.comparing(ManifestTypes::kind))
                .toList();
    }

    static String kind(Class<?> variant) {
        return variant.getAnnotation(Kind.class).value();
    }

    /** The constants as a manifest writes them. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static String title(Class<?> type) {
        String words = type.getSimpleName().replaceAll("(Spec|Manifest)$", "").replaceAll("(?<=[a-z])([A-Z])", " $1");
        String outer = type.getDeclaringClass() == null
                ? ""
                : " of " + title(type.getDeclaringClass()).toLowerCase(Locale.ROOT);
        return (ChannelManifest.class.isAssignableFrom(type) ? words + " manifest" : words) + outer;
    }

    static String anchor(Class<?> type) {
        return title(type).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
